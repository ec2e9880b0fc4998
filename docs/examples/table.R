# The distribution of a round as a table: Rscript docs/examples/table.R
command <- "npx spreidingswijzer allocate --round 2026 --format csv"
rows <- read.csv(pipe(command), encoding = "UTF-8")
printed <- aggregate(genoemd ~ provincie, rows, sum)
print(printed[order(-printed$genoemd), ], row.names = FALSE)
