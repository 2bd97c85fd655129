"""Runs the steps named in a YAML file over a text; every step is a plug-in.

A plug-in is a module in the package `steps` with a class that derives from
`Step`; the name in the configuration is the class's `name`.
"""
import argparse
import importlib
import io
import pkgutil

import yaml

import steps
from steps import Step


def load_plugins():
    """Import all modules of the package so that their classes register."""
    for info in pkgutil.iter_modules(steps.__path__):
        importlib.import_module("steps." + info.name)
    return sorted(Step.registry)


class Pipeline:

    def __init__(self, stages):
        self.stages = stages

    @classmethod
    def from_file(cls, filename):
        with io.open(filename, encoding="utf-8") as f:
            config = yaml.load(f)
        stages = []
        for entry in config["steps"]:
            if isinstance(entry, str):
                entry = {entry: {}}
            for name, options in entry.items():
                stages.append(Step.registry[name](**(options or {})))
        return cls(stages)

    def run(self, lines):
        for stage in self.stages:
            lines = stage.process(lines)
        return list(lines)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("config")
    parser.add_argument("text")
    args = parser.parse_args()

    print("plugins:", ", ".join(load_plugins()))
    pipeline = Pipeline.from_file(args.config)
    with open(args.text, encoding="utf-8") as f:
        result = pipeline.run(line.rstrip("\n") for line in f)
    for line in result:
        print("|", line)
    print(len(pipeline.stages), "steps,", len(result), "lines")


if __name__ == "__main__":
    main()
