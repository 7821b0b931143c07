# Shared by the reference scripts: numbers with 15 digits, one CSV a table; ./make.sh runs them from their folder.
number <- function(x) ifelse(is.na(x), "NA", ifelse(x == round(x) & abs(x) < 1e15, sprintf("%.0f", x), sprintf("%.15g", x)))
table_out <- function(frame, folder, file) {
  target <- file.path("vectors", folder)
  dir.create(target, recursive = TRUE, showWarnings = FALSE)
  for (name in names(frame)) if (is.numeric(frame[[name]])) frame[[name]] <- number(frame[[name]])
  write.table(frame, file.path(target, file), sep = ",", quote = FALSE, row.names = FALSE, eol = "\n")
}
