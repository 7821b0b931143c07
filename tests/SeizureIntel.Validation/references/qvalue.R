# Storey's q-values of 24 sets of p-values. Reference: qvalue 2.30.0 (Debian r-bioc-qvalue), R 4.2.2; where it stops, pi0 is NA and the reason says why.
source("shared.R")
suppressPackageStartupMessages(library(qvalue))
stopifnot(packageVersion("qvalue") == "2.30.0")
set.seed(20250105)
sets <- list(
  uniform_19 = runif(19), uniform_50 = runif(50), uniform_500 = runif(500), uniform_5000 = runif(5000),
  mixture_100 = c(rbeta(30, .3, 8), runif(70)), mixture_1000 = c(rbeta(300, .2, 10), runif(700)),
  mixture_few = c(rbeta(10, .1, 20), runif(990)), mixture_most = c(rbeta(450, .4, 6), runif(50)),
  mixture_2000 = c(rbeta(1200, .5, 5), runif(800)),
  tests_z = 2 * pnorm(-abs(c(rnorm(300), rnorm(100, 2.5)))), tests_one_sided = pnorm(-c(rnorm(200, -.5), rnorm(60, 2))),
  ties_tenths = round(runif(300), 1), ties_twentieths = round(runif(400) * 20) / 20, ties_hundredths = round(rbeta(500, .6, 1.2), 2),
  discrete = 1 - pbinom(rbinom(400, 12, .3) - 1, 12, .3), few_values = rep(c(.001, .2, .97), c(20, 30, 50)),
  near_one = runif(200, .9, 1), all_one = rep(1, 40), decreasing = rbeta(600, .8, 2.5), bump = rbeta(400, 4, 4),
  single_large = .98, very_small_n = c(.01, .2, .5, .99), all_tiny = runif(200) * 1e-4, none_large = runif(150, 0, .9),
  null_share_zero = c(rbeta(800, .2, 12), runif(200, .3, .62), .951)
)
# Six significant digits, so that the committed p-values are the very ones that were read.
sets <- lapply(sets, signif, 6)
values <- NULL
shares <- NULL
for (name in names(sets)) {
  p <- sets[[name]]
  answer <- tryCatch(qvalue(p, lfdr.out = FALSE), error = function(e) conditionMessage(e))
  stopped <- is.character(answer)
  shares <- rbind(shares, data.frame(case = name, n = length(p), pi0 = if (stopped) NA else answer$pi0, stops = as.integer(stopped)))
  values <- rbind(values, data.frame(case = name, index = seq_along(p), p = p, q = if (stopped) NA else answer$qvalues))
  if (stopped) cat(name, ":", answer, "\n")
}
table_out(shares, "qvalue", "shares.csv")
table_out(values, "qvalue", "expected.csv")
