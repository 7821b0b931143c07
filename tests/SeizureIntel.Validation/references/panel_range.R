# Range of a trend when one reporter after the other is left out. Reference: R 4.2.2, glm(quasipoisson) with reporter effects and log(other + .5) as offset.
source("shared.R")
set.seed(8)
rows <- NULL
answers <- NULL
for (case in 1:6) {
  reporters <- 2 + case
  d <- expand.grid(period = 1:48, reporter = paste0("R", seq_len(reporters)), stringsAsFactors = FALSE)
  d <- d[runif(nrow(d)) > .1, ]
  slope <- (case - 3) * .01
  own <- as.integer(sub("R", "", d$reporter))
  d$other <- rpois(nrow(d), 20 + 10 * own)
  d$y <- rnbinom(nrow(d), 3, mu = .03 * own * d$other * exp(slope * d$period))
  if (case == 6) d$y[d$reporter == "R1"] <- 0
  fit <- function(e) {
    e <- e[e$reporter %in% names(which(tapply(e$y, e$reporter, sum) > 0)), ]
    e$reporter <- factor(e$reporter)
    coef(glm(y ~ 0 + reporter + period, quasipoisson, e, offset = log(e$other + .5), control = glm.control(epsilon = 1e-13, maxit = 100)))[["period"]]
  }
  with_events <- names(which(tapply(d$y, d$reporter, sum) > 0))
  slopes <- sapply(with_events, function(r) fit(d[d$reporter != r, ]))
  rows <- rbind(rows, data.frame(case = case, reporter = d$reporter, period = d$period, y = d$y, other = d$other))
  answers <- rbind(answers, data.frame(case = case, low = min(slopes), high = max(slopes)))
}
table_out(rows, "panel_range", "panel.csv")
table_out(answers, "panel_range", "expected.csv")
