"""Simulation of the entrance: four turnstiles count into one counter."""
import sys
import threading


class Counter:
    def __init__(self):
        self._lock = threading.Lock()
        self.value = 0
        self.per_gate = {}

    def pass_one(self, gate):
        with self._lock:
            self.value += 1
            self.per_gate[gate] = self.per_gate.get(gate, 0) + 1


counter = Counter()


def gate_loop(visitors):
    me = threading.current_thread().name
    for _ in range(visitors):
        counter.pass_one(me)


def run(plan):
    threads = []
    for number, visitors in enumerate(plan, start=1):
        t = threading.Thread(
            target=gate_loop,
            name=f"gate-{number}",
            args=(visitors),
        )
        t.start()
        threads.append(t)
    for t in threads:
        t.join()


def main():
    plan = [100, 80, 50, 10]
    run(plan)
    print("counted", counter.value, "visitors")
    if counter.value != sum(plan):
        sys.exit("some visitors were not counted")
    busiest = max(counter.per_gate, key=counter.per_gate.get)
    print("busiest:", busiest, counter.per_gate[busiest])
    print("balance ok")


if __name__ == "__main__":
    main()
