// Loaded before vsce, which scans each packed file for secrets with secretlint. Its profiler (10.2) goes through all
// marks so far at each mark: five of the six minutes of a package of 4,900 files. With no observer it keeps none.
require("node:perf_hooks").PerformanceObserver = undefined;
