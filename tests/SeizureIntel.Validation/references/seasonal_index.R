# The yearly course that shifts and rare exceedances take as exposure. Reference: R 4.2.2, Poisson glm() of up to four harmonics beside a linear trend. A
# course is looked for where the quasi-Poisson F test of one or two harmonics has p <= .01; the number of harmonics has the least deviance with Schwarz's
# price; it stands where the other years foretell two years of three, and all of them together, better than a steady level; NA elsewhere. Factors over
# all periods, mean 1. Lasting jumps are levelled out first: the best cut into levels of a year and more, found by trying all (optimal partitioning,
# penalty 3 ln n); levels under 20 cases a year say nothing.
source("shared.R")
set.seed(3)
dispersion_of <- function(y) {
  ratios <- sapply(split(y, (seq_along(y) - 1) %/% 13), function(b) if (length(b) < 7) NA else var(b) / max(mean(b), .05))
  max(1, median(ratios, na.rm = TRUE))
}
level_of <- function(y, shortest) {
  n <- length(y)
  phi <- dispersion_of(y)
  total <- c(0, cumsum(y))
  cost <- function(i, j) { x <- total[j + 1] - total[i]; if (x == 0) 0 else 2 * x * (log(j - i + 1) - log(x)) / phi }
  best <- c(-3 * log(n), rep(Inf, n))
  from <- integer(n)
  for (j in shortest:n) for (i in 1:(j - shortest + 1)) {
    value <- best[i] + cost(i, j) + 3 * log(n)
    if (value < best[j + 1]) { best[j + 1] <- value; from[j] <- i }
  }
  levelled <- as.numeric(y)
  j <- n
  if (from[n] > 1) while (j > 0) {
    i <- from[j]
    levelled[i:j] <- if (mean(y[i:j]) * shortest >= 20) y[i:j] / mean(y[i:j]) * mean(y) else NA
    j <- i - 1
  }
  levelled
}
waves <- function(h) paste0(rep(c("c", "s"), h), rep(seq_len(h), each = 2))
frame_of <- function(y, f) {
  t <- seq_along(y)
  x <- data.frame(y, time = (t - length(y)) / f)
  for (h in 1:4) { x[[paste0("c", h)]] <- cos(2 * pi * h * t / f); x[[paste0("s", h)]] <- sin(2 * pi * h * t / f) }
  x
}
tight <- glm.control(epsilon = 1e-13, maxit = 200)
model <- function(x, h, family) glm(reformulate(c("time", waves(h)), "y"), family, x, control = tight)
season_of <- function(x, h, rows) {
  m <- suppressWarnings(model(x[rows, ], h, poisson))
  v <- exp(as.matrix(x[, waves(h)]) %*% coef(m)[-(1:2)])[, 1]
  pmax(.002, v / mean(v))
}
gain <- function(y, season) {
  there <- !is.na(y)
  sum(ifelse(there & y > 0, 2 * y * log(season / sum(season[there]) * sum(there)), 0), na.rm = TRUE)
}
season <- function(y, f) {
  x <- frame_of(y, f)
  m0 <- glm(y ~ time, quasipoisson, x, control = tight)
  p <- sapply(1:2, function(h) anova(m0, model(x, h, quasipoisson), test = "F")[2, "Pr(>F)"])
  if (min(p) > .01) return(rep(NA_real_, length(y)))
  fits <- suppressWarnings(lapply(1:4, function(h) model(x, h, poisson)))
  largest <- fits[[4]]
  spread <- sum(residuals(largest, "pearson")^2) / df.residual(largest)
  h <- which.min(sapply(1:4, function(h) deviance(fits[[h]]) + 2 * log(sum(!is.na(y))) * max(1, spread) * h))
  gains <- NULL
  first <- 1
  while (first + f - 1 <= length(y)) {
    last <- if (first + 2 * f - 1 > length(y)) length(y) else first + f - 1
    if (sum(y[first:last], na.rm = TRUE) >= 5) {
      others <- season_of(x, h, setdiff(seq_along(y), first:last))
      gains <- c(gains, gain(y[first:last], others[first:last]))
    }
    first <- first + f
  }
  if (length(gains) < 2 || sum(gains) <= 0 || 3 * sum(gains > 0) < 2 * length(gains)) return(rep(NA_real_, length(y)))
  season_of(x, h, seq_along(y))
}
series <- NULL
strength <- c(0, 0, .3, .5, .8, 1.2, .6, .9, 1, 0)
for (case in seq_along(strength)) {
  f <- c(52, 12)[1 + case %% 2]
  n <- f * c(4, 6, 5)[1 + case %% 3] + 3
  t <- seq_len(n)
  mu <- exp(log(c(2, 9, 30)[1 + case %% 3]) + strength[case] * cos(2 * pi * (t / f - .2)) + (case > 5) * .5 * sin(4 * pi * t / f) + .1 * (t - n) / f)
  if (case == 9) mu <- ifelse((t %% f) < f / 2, 12, .3)
  y <- rnbinom(n, if (case == 9) 20 else 4, mu = mu)
  if (case %in% c(4, 7)) y[t > n * .6] <- y[t > n * .6] * 4
  if (case == 10) y[t > f & t <= 1.6 * f] <- y[t > f & t <= 1.6 * f] * 9
  series <- rbind(series, data.frame(case = case, index = t, freq = f, y, factor = season(level_of(y, f), f)))
}
table_out(series, "seasonal_index", "expected.csv")
