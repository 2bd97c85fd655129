"""Runs a deployment plan (dry: the commands are only looked at)."""
from graphlib import TopologicalSorter

from model import Stage, State


def plan() -> dict[str, Stage]:
    stages = [
        Stage("build").step("compile", "make all").step("pack", "tar c dist"),
        Stage("check", needs=("build",)).step("unit", "make test", retries=1),
        Stage("ship", needs=("build", "check"))
        .step("upload", "scp dist/app.tar host:")
        .step("restart", "false"),
        Stage("announce", needs=("ship",)).step("mail", "mail team"),
    ]
    return {stage.name: stage for stage in stages}


def run_step(step) -> State:
    for _attempt in range(step.retries + 1):
        if step.command != "false":
            return State.DONE
    return State.FAILED


def run(stages: dict[str, Stage]) -> None:
    graph = {name: set(stage.needs) for name, stage in stages.items()}
    for name in TopologicalSorter(graph).static_order():
        stage = stages[name]
        blocked = any(stages[need].failed for need in stage.needs)
        for step in stage:
            step.state = State.SKIPPED if blocked or stage.failed else run_step(step)


def main() -> None:
    stages = plan()
    run(stages)
    for stage in stages.values():
        print(f"{stage.name}:", ", ".join(f"{s.name} {s.state.value}" for s in stage))


if __name__ == "__main__":
    main()
