"""Reads jobs.yaml and works out in which order the nightly jobs run."""
import os
from collections import deque
from datetime import datetime, timedelta

import yaml

DEFAULTS = {"minutes": 5, "after": [], "enabled": True}


class ConfigError(ValueError):
    pass


class Job:
    def __init__(self, name, settings):
        merged = dict(DEFAULTS, **(settings or {}))
        self.name = name
        self.after = list(merged["after"])
        self.length = timedelta(minutes=merged["minutes"])
        self.enabled = merged["enabled"]

    def __repr__(self):
        return "Job(%r)" % self.name


def load_config(path):
    """The whole configuration; environment variables in it are expanded."""
    with open(path) as stream:
        text = os.path.expandvars(stream.read())
    config = yaml.load(text)
    if "jobs" not in config:
        raise ConfigError("%s: no jobs" % path)
    return config


def ordered(jobs):
    """Every job after those it waits for (Kahn's algorithm)."""
    waiting = {job.name: set(job.after) for job in jobs}
    by_name = {job.name: job for job in jobs}
    ready = deque(sorted(name for name, before in waiting.items() if not before))
    done = []
    while ready:
        name = ready.popleft()
        done.append(by_name[name])
        for other in sorted(waiting):
            if name in waiting[other]:
                waiting[other].remove(name)
                if not waiting[other]:
                    ready.append(other)
    if len(done) != len(jobs):
        raise ConfigError("jobs wait for each other")
    return done


def timetable(config):
    start = datetime.strptime(config["start"], "%H:%M")
    jobs = [Job(name, settings) for name, settings in config["jobs"].items()]
    for job in ordered([job for job in jobs if job.enabled]):
        yield start.strftime("%H:%M"), job
        start += job.length


def main():
    os.environ.setdefault("LONG_JOB", "45")
    config = load_config(os.path.join(os.path.dirname(__file__) or ".", "jobs.yaml"))
    print("mail to", ", ".join(config["mail"]))
    for clock, job in timetable(config):
        print(clock, job.name)


if __name__ == "__main__":
    main()
