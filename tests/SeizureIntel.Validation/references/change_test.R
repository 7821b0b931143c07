# Rises and falls of a pair of codes (a leg and goods, a hiding place and goods) in the newest windows. Reference: written in R 4.2.2 from the description in
# docs/methods.md, with optimize() on dnbinom() for the prior, pnbinom() for the prediction, qbeta() for the ratio and p.adjust() for the families.
source("shared.R")
set.seed(17)
weeks <- 13
most_before <- 8
fewest_before <- 4
cells <- NULL
sent <- NULL
answers <- NULL
upper <- function(k, m, v) if (v > m) pnbinom(k, m^2 / (v - m), mu = m, lower.tail = FALSE) else ppois(k, m, lower.tail = FALSE)
lower <- function(k, m, v) if (v > m) pnbinom(k, m^2 / (v - m), mu = m) else ppois(k, m)
density <- function(k, m, v) if (v > m) dnbinom(k, m^2 / (v - m), mu = m) else dpois(k, m)
for (case in 1:8) {
  windows <- c(6, 9, 12, 14)[1 + case %% 4]
  reporters <- c(1, 3, 5, 2)[1 + case %% 4]
  firsts <- 6
  seconds <- 4
  d <- expand.grid(first = seq_len(firsts), second = seq_len(seconds), reporter = seq_len(reporters))
  # Half of the pairs belong to one reporter.
  owner <- matrix(sample(c(0, seq_len(reporters)), firsts * seconds, TRUE), firsts)
  d <- d[owner[cbind(d$first, d$second)] %in% 0 | owner[cbind(d$first, d$second)] == d$reporter, ]
  base <- exp(rnorm(nrow(d), .3, 1.2))
  activity <- matrix(exp(rnorm(reporters * windows, 0, c(.1, .5)[1 + case %% 2])), reporters)
  if (case == 3) activity[1, 2:3] <- 0
  y <- t(sapply(seq_len(nrow(d)), function(i) rnbinom(windows, 3, mu = base[i] * activity[d$reporter[i], ])))
  for (i in sample(nrow(d), 4)) y[i, windows] <- y[i, windows] * 6 + 4
  for (i in order(-rowSums(y))[1:3]) y[i, windows] <- 0
  # What the reporters send besides, whatever its pair.
  other <- matrix(rpois(reporters * windows, 12 * activity), reporters)
  s <- other + rowsum(y, factor(d$reporter, levels = seq_len(reporters)))
  dated <- sample(0:1, reporters, TRUE)
  tested <- if (windows > 8) c(windows - 2, windows - 1, windows) else windows
  newest <- if (case %% 3 == 0) integer(0) else windows
  key <- paste(d$first, d$second)
  # A pair that never occurred is not known.
  pairs <- unique(key[rowSums(y) > 0])
  total <- colSums(y)
  changes <- NULL
  hypotheses <- c(rise = 0, fall = 0)
  for (w in tested) {
    past <- max(1, w - most_before):(w - 1)
    n <- length(past)
    counts <- t(sapply(pairs, function(k) colSums(y[key == k, , drop = FALSE])))
    sums <- rowSums(counts[, past, drop = FALSE])
    big <- sums >= 5
    phi <- if (any(big)) {
      m <- sums[big] / n
      max(1, sum((counts[big, past, drop = FALSE] - m)^2 / m) / (sum(big) * (n - 1)))
    } else 1
    if (sum(sums) == 0) {
      shape <- .5
      rate <- .5 * n * weeks
    } else {
      shape <- exp(optimize(function(l) -sum(dnbinom(sums, exp(l), mu = mean(sums), log = TRUE)), log(c(.01, 50)), tol = 1e-10)$minimum)
      rate <- shape * n * weeks / mean(sums)
    }
    hypotheses["rise"] <- hypotheses["rise"] + length(pairs)
    for (k in pairs) {
      own <- which(key == k)
      f <- d$first[own[1]]
      g <- d$second[own[1]]
      now <- counts[k, w]
      before <- sum(counts[k, past])
      if (now < 2 && before < 3) next
      by <- rowSums(y[own, c(past, w), drop = FALSE])
      feeding <- d$reporter[own][by > 0]
      single <- d$reporter[own][by > 0 & by >= .9 * (now + before)]
      if (length(single) == 1) {
        r <- single
        if (s[r, w] == 0) next
        used <- past[s[r, past] > 0]
        if (length(used) < fewest_before) next
        x0 <- sum(counts[k, used])
        e0 <- weeks * length(used)
        e1 <- weeks * (s[r, w] - now + 2) / (sum(s[r, used] - counts[k, used]) / length(used) + 2)
      } else {
        if (total[w] == 0) next
        grown <- function(margin) (margin[w] - now + 2) / ((sum(margin[past]) - before) / n + 2)
        e1 <- weeks * grown(colSums(y[d$first == f, , drop = FALSE])) * grown(colSums(y[d$second == g, , drop = FALSE])) / grown(total)
        x0 <- before
        e0 <- weeks * n
      }
      for (direction in c("rise", "fall")) {
        e <- if (direction == "rise") max(e1, weeks) else min(e1, weeks)
        m <- (shape + x0) / (rate + e0) * e
        v <- phi * m + m^2 / (shape + x0)
        if (direction == "rise") {
          if (now < 2 || now <= m) next
          p <- upper(now, m, v) + density(now, m, v) / 2
        } else {
          if (m < 3 || (w %in% newest && !all(dated[feeding] == 1))) next
          hypotheses["fall"] <- hypotheses["fall"] + 1
          if (now >= m) next
          p <- lower(now - 1, m, v) + density(now, m, v) / 2
        }
        z <- qbeta(c(.5, .05, .95), shape + now, shape + x0)
        q <- z / (1 - z) * (rate + e0) / (rate + e)
        changes <- rbind(changes, data.frame(case = case, first = f, second = g, window = w, direction = direction, before = before, now = now,
          reporter = if (length(single) == 1) single else 0, expected = m, p = min(1, p), q = NA,
          ratio = (shape + now) / (rate + e) / ((shape + x0) / (rate + e0)), median = q[1], low = q[2], high = q[3]))
      }
    }
  }
  for (direction in c("rise", "fall")) {
    at <- changes$direction == direction
    changes$q[at] <- p.adjust(changes$p[at], "BH", n = max(sum(at), hypotheses[direction]))
  }
  answers <- rbind(answers, changes)
  long <- function(rows, m) do.call(rbind, lapply(seq_len(windows), function(w) data.frame(case = case, rows, window = w, count = m[, w])))
  cells <- rbind(cells, long(d, y))
  sent <- rbind(sent, data.frame(long(data.frame(reporter = seq_len(reporters), dated = dated), s), tested = NA, newest = NA))
  at <- sent$case == case
  sent$tested[at] <- as.integer(sent$window[at] %in% tested)
  sent$newest[at] <- as.integer(sent$window[at] %in% newest)
}
table_out(cells[cells$count > 0, ], "change_test", "cells.csv")
table_out(sent, "change_test", "sent.csv")
table_out(answers, "change_test", "expected.csv")
