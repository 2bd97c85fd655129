"""A handler that has nothing to do yet."""
# fails: IndentationError at line 9
# prints: 2 jobs

def on_end(job: str) -> None:
    # nothing to tidy up
    #     until jobs leave files

jobs = ["a", "b"]
for job in jobs:
    on_end(job)
print(len(jobs), "jobs")
