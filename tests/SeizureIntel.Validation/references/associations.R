# Pairs and triples of items that go together, from the seizures to q. Reference: written in R 4.2.2 from the description in docs/methods.md: counts by
# %in%, fisher.test(alternative = "greater") for every table, p.adjust() over all cells that could be.
source("shared.R")
set.seed(31)
fewest <- 5
least_lift <- 1.5
least_gain <- 1.2
records <- NULL
answers <- NULL
greater <- function(both, first, second, n) {
  fisher.test(matrix(c(both, first - both, second - both, n - first - second + both), 2), alternative = "greater")$p.value
}
for (case in 1:3) {
  n <- c(400, 900, 1500)[case]
  attributes <- c("place", "method", "goods", "mode")
  sizes <- c(5, 4, 6, 3)
  draw <- function(size, unknown) { v <- sample(size, n, TRUE, prob = (size:1)); v[runif(n) < unknown] <- NA; v }
  d <- data.frame(place = draw(5, .1), method = draw(4, .5), goods = draw(6, 0), mode = draw(3, .05))
  hit <- which(d$goods == 2 & runif(n) < .6)
  d$place[hit] <- 3
  hit <- which(d$goods == 5 & d$mode %in% 3 & runif(n) < .8)
  d$place[hit] <- 5
  hit <- which(d$place %in% 1 & runif(n) < .4)
  d$method[hit] <- 4
  # Items 1 and 2 of places, and 1 to 3 of goods, have an item above them, as a code has its parent.
  above <- list(place = c(6, 6, NA, NA, NA), method = rep(NA, 4), goods = c(7, 7, 7, NA, NA, NA), mode = rep(NA, 3))
  items <- lapply(attributes, function(a) lapply(d[[a]], function(v) if (is.na(v)) integer(0) else c(v, na.omit(above[[a]][v]))))
  names(items) <- attributes
  count_of <- c(6, 4, 7, 3)
  has <- lapply(attributes, function(a) sapply(seq_len(count_of[match(a, attributes)]), function(i) vapply(items[[a]], function(s) i %in% s, TRUE)))
  known <- lapply(items, function(s) lengths(s) > 0)
  combinations <- list(c(1, 2), c(1, 3), c(1, 4), c(2, 3), c(2, 4), c(1, 2, 3), c(1, 2, 4), c(1, 3, 4), c(2, 3, 4))
  cells <- sum(sapply(combinations, function(k) (if (length(k) == 3) 3 else 1) * prod(count_of[k])))
  found <- NULL
  for (k in combinations) {
    used <- Reduce(`&`, known[k])
    total <- sum(used)
    grid <- expand.grid(lapply(count_of[k], seq_len))
    for (g in seq_len(nrow(grid))) {
      which_items <- unlist(grid[g, ])
      x <- lapply(seq_along(k), function(i) has[[k[i]]][used, which_items[i]])
      count <- sum(Reduce(`&`, x))
      if (count < fewest) next
      if (length(k) == 2) {
        first <- sum(x[[1]])
        second <- sum(x[[2]])
        if (count * total < least_lift * first * second) next
        best <- c(p = greater(count, first, second, total), right = first, left = second)
      } else {
        best <- NULL
        for (r in 1:3) {
          o <- setdiff(1:3, r)
          left <- sum(x[[o[1]]] & x[[o[2]]])
          right <- sum(x[[r]])
          if (count * total < least_lift * left * right) next
          p <- greater(count, left, right, total)
          productive <- TRUE
          # Within the records with one item of the pair the other one and the right item still go together.
          for (s in o) {
            t <- setdiff(o, s)
            here <- sum(x[[s]])
            with_right <- sum(x[[s]] & x[[r]])
            if (count * here < least_gain * left * with_right) { productive <- FALSE; break }
            p <- max(p, greater(count, left, with_right, here))
          }
          if (productive && (is.null(best) || p < best["p"])) best <- c(p = p, right = right, left = left)
        }
        if (is.null(best)) next
      }
      name <- paste(paste0(attributes[k], ":", which_items), collapse = " ")
      found <- rbind(found, data.frame(case = case, items = name, count = count, left = best[["left"]], right = best[["right"]], records = total,
        expected = best[["left"]] * best[["right"]] / total, lift = count * total / (best[["left"]] * best[["right"]]), p = min(1, best[["p"]]), q = NA))
    }
  }
  found$q <- p.adjust(found$p, "BH", n = max(nrow(found), cells))
  answers <- rbind(answers, found)
  text <- function(a) vapply(items[[a]], function(s) if (length(s) == 0) "NA" else paste(s, collapse = ";"), "")
  records <- rbind(records, data.frame(case = case, place = text("place"), method = text("method"), goods = text("goods"), mode = text("mode")))
}
table_out(records, "associations", "records.csv")
table_out(answers, "associations", "expected.csv")
