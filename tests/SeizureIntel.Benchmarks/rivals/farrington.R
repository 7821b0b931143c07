# Seconds of the flexible Farrington method of R's surveillance over the last weeks of some series (one a line).
arguments <- commandArgs(trailingOnly = TRUE)
suppressPackageStartupMessages(library(surveillance))
series <- as.matrix(read.csv(arguments[1], header = FALSE))
weeks <- as.integer(arguments[2])
n <- ncol(series)
control <- list(range = (n - weeks + 1):n, b = 5, w = 3, noPeriods = 10, pastWeeksNotIncluded = 26, reweight = TRUE,
                weightsThreshold = 2.58, trend = TRUE, pThresholdTrend = 1, thresholdMethod = "nbPlugin", alpha = 0.005)
started <- proc.time()[["elapsed"]]
for (i in seq_len(nrow(series))) {
  s <- sts(observed = matrix(series[i, ], ncol = 1), frequency = 52, start = c(2015, 1))
  invisible(suppressWarnings(farringtonFlexible(s, control = control)))
}
cat(proc.time()[["elapsed"]] - started, "\n")
