using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Charts;
using SeizureIntel.Reporting.Wording;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>The picture over all headings: months, products, reporters.</summary>
internal static class PictureSection
{
    private const int MostBars = 15;

    public static BulletinSection Of(StudyShelf shelf, CodeWords words, List<Chart> charts, bool isNarrow) =>
        new(
            "picture",
            "The period as a whole",
            [Months(shelf, charts, isNarrow), Products(shelf, words, charts, isNarrow), Reporters(shelf, words, charts, isNarrow)]
        );

    private static BulletinBlock Months(StudyShelf shelf, List<Chart> charts, bool isNarrow)
    {
        const string title = "Seizures a month, all headings";
        if (shelf.Table(StudyShelf.Overview, "monthly") is not { } table)
            return new BulletinBlock { Title = title, Nil = "No month has a seizure." };
        charts.Add(
            new LineChart
            {
                Id = "monthly",
                AltText = string.Create(
                    CultureInfo.InvariantCulture,
                    $"Seizures in each of {table.Rows.Count} months, on all reporters and on the constant panel; the figures stand in the annex by month."
                ),
                Labels = [.. table.Rows.Select(r => NumberWords.Month(table.Text(r, "month")))],
                Lines = [new("All reporters", table.Numbers("all")), new("Constant panel", table.Numbers("panel"), IsDashed: true)],
                ValueName = "seizures",
                IsNarrow = isNarrow,
            }
        );
        return new BulletinBlock
        {
            Title = title,
            ChartId = "monthly",
            Note = "Where both lines move together, the change is not one of who reports. Figures: annex, by month.",
        };
    }

    private static BulletinBlock Products(StudyShelf shelf, CodeWords words, List<Chart> charts, bool isNarrow)
    {
        const string title = "Products";
        if (shelf.Table(StudyShelf.Overview, "products") is not { } table)
            return new BulletinBlock { Title = title, Nil = "No product has a seizure in the period." };
        charts.Add(
            Bars(
                "products",
                $"Products by seizures, largest first, with their quantities: {Lead(table, words, "product")}.",
                table,
                words,
                "product",
                r => Quantity(table, r),
                isNarrow
            )
        );
        return new BulletinBlock
        {
            Title = title,
            ChartId = "products",
            Note = Cut(table, "products") + "Bars show seizures; quantities are never added across units. Figures: annex, by product.",
        };
    }

    private static BulletinBlock Reporters(StudyShelf shelf, CodeWords words, List<Chart> charts, bool isNarrow)
    {
        const string title = "Reporting countries";
        if (shelf.Table(StudyShelf.Overview, "reporters") is not { } table)
            return new BulletinBlock { Title = title, Nil = "No country reported a seizure in the period." };
        charts.Add(
            Bars(
                "reporters",
                $"Reporting countries by seizures, largest first: {Lead(table, words, "reporting_country")}.",
                table,
                words,
                "reporting_country",
                r => table.Number(r, "share") is { } share ? NumberWords.Share(share) : "",
                isNarrow
            )
        );
        return new BulletinBlock
        {
            Title = title,
            ChartId = "reporters",
            Note =
                Cut(table, "reporters")
                + "Reported seizures reflect enforcement and reporting as well as trafficking. Figures: annex, by country.",
        };
    }

    /// <summary>Weapons, parts and ammunition by product; nothing where there are none.</summary>
    public static IEnumerable<BulletinBlock> Weapons(StudyShelf shelf, CodeWords words, List<Chart> charts)
    {
        if (shelf.Table(StudyShelf.SmallArms, "inventory") is not { } table)
            yield break;
        charts.Add(
            Bars(
                "weapons",
                $"Weapons, parts and ammunition by seizures, largest first, with their quantities: {Lead(table, words, "product")}.",
                table,
                words,
                "product",
                r => Quantity(table, r),
                isNarrow: false
            )
        );
        yield return new BulletinBlock
        {
            Title = "Weapons, parts and ammunition by seizures",
            ChartId = "weapons",
            Note = Cut(table, "products") + "The bar of a product counts the products below it too, so bars do not add up.",
        };
    }

    private static BarChart Bars(
        string id,
        string altText,
        FigureTable table,
        CodeWords words,
        string column,
        Func<TableRow, string> beside,
        bool isNarrow
    )
    {
        TableRow[] rows = [.. table.Rows.Take(MostBars)];
        return new BarChart
        {
            Id = id,
            AltText = altText,
            Categories = [.. rows.Select(r => words.Of(column, table.Text(r, column)))],
            Series =
            [
                new BarSeries(
                    "Seizures",
                    [.. rows.Select(r => table.Number(r, "seizures"))],
                    [.. rows.Select(r => Label(table, r, beside(r)))]
                ),
            ],
            Note = KnownNote.OnChart(table.Known),
            IsNarrow = isNarrow,
        };
    }

    private static string Label(FigureTable table, TableRow row, string beside)
    {
        string count = table.Words(row, "seizures");
        return beside.Length == 0 ? count : $"{count} · {beside}";
    }

    private static string Quantity(FigureTable table, TableRow row) =>
        table.Number(row, "quantity") is { } quantity ? UnitWords.With(quantity, table.Text(row, "unit")) : "";

    private static string Cut(FigureTable table, string what) =>
        table.Rows.Count > MostBars
            ? string.Create(CultureInfo.InvariantCulture, $"The first {MostBars} of {table.Rows.Count} {what}. ")
            : "";

    private static string Lead(FigureTable table, CodeWords words, string column) =>
        string.Join(", ", table.Rows.Take(3).Select(r => $"{words.Of(column, table.Text(r, column))} {Label(table, r, "")}"));
}
