from hub.sensors import Sensor, ThresholdSensor

DATA = [
    ("attic", 18.0),
    ("cellar", 60),
    ("cellar", 72),
    ("attic", 19.5),
    ("cellar", 81),
]


def main():
    sensors = {
        "attic": Sensor("attic", "C"),
        "cellar": ThresholdSensor("cellar", "%", limit=75),
    }
    for name, value in DATA:
        sensors[name].record(value)
    for sensor in sensors.values():
        print(sensor)
        for alarm in getattr(sensor, "alarms", []):
            print("   ", alarm)


if __name__ == "__main__":
    main()
