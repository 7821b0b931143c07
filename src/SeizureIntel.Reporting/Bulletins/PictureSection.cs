using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Charts;
using SeizureIntel.Reporting.Wording;
using SeizureIntel.Text;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>The picture over all headings: months, products, reporters.</summary>
internal static class PictureSection
{
    private const int MostBars = 15;

    public static BulletinSection Of(StudyShelf shelf, CodeWords words, List<Chart> charts, bool isNarrow) =>
        new(
            "picture",
            words.Phrases.Say("The period as a whole"),
            [
                Months(shelf, words.Phrases, charts, isNarrow),
                Products(shelf, words, charts, isNarrow),
                Reporters(shelf, words, charts, isNarrow),
            ]
        );

    private static BulletinBlock Months(StudyShelf shelf, Phrases phrases, List<Chart> charts, bool isNarrow)
    {
        string title = phrases.Say("Seizures a month, all headings");
        if (shelf.Table(StudyShelf.Overview, "monthly") is not { } table)
            return new BulletinBlock { Title = title, Nil = phrases.Say("No month has a seizure.") };
        charts.Add(
            new LineChart
            {
                Id = "monthly",
                AltText = phrases.Say(
                    $"Seizures in each of {table.Rows.Count} months, on all reporters and on the constant panel; the figures stand in the annex by month."
                ),
                Labels = [.. table.Rows.Select(r => phrases.ShortMonth(table.Text(r, "month")))],
                Lines =
                [
                    new(phrases.Say("All reporters"), table.Numbers("all")),
                    new(phrases.Say("Constant panel"), table.Numbers("panel"), IsDashed: true),
                ],
                ValueName = phrases.Find("unit.seizures")!,
                IsNarrow = isNarrow,
            }
        );
        return new BulletinBlock
        {
            Title = title,
            ChartId = "monthly",
            Note = phrases.Say("Where both lines move together, the change is not one of who reports. Figures: annex, by month."),
        };
    }

    private static BulletinBlock Products(StudyShelf shelf, CodeWords words, List<Chart> charts, bool isNarrow)
    {
        string title = words.Phrases.Say("Products");
        if (shelf.Table(StudyShelf.Overview, "products") is not { } table)
            return new BulletinBlock { Title = title, Nil = words.Phrases.Say("No product has a seizure in the period.") };
        charts.Add(
            Bars(
                "products",
                words.Phrases.Say($"Products by seizures, largest first, with their quantities: {Lead(table, words, "product")}."),
                table,
                words,
                "product",
                r => Quantity(table, r, words.Phrases),
                isNarrow
            )
        );
        return new BulletinBlock
        {
            Title = title,
            ChartId = "products",
            Note =
                Cut(table, $"The first {MostBars} of {table.Rows.Count} products. ", words.Phrases)
                + words.Phrases.Say("Bars show seizures; quantities are never added across units. Figures: annex, by product."),
        };
    }

    private static BulletinBlock Reporters(StudyShelf shelf, CodeWords words, List<Chart> charts, bool isNarrow)
    {
        string title = words.Phrases.Say("Reporting countries");
        if (shelf.Table(StudyShelf.Overview, "reporters") is not { } table)
            return new BulletinBlock { Title = title, Nil = words.Phrases.Say("No country reported a seizure in the period.") };
        charts.Add(
            Bars(
                "reporters",
                words.Phrases.Say($"Reporting countries by seizures, largest first: {Lead(table, words, "reporting_country")}."),
                table,
                words,
                "reporting_country",
                r => table.Number(r, "share") is { } share ? NumberWords.Share(share, words.Phrases.Signs) : "",
                isNarrow
            )
        );
        return new BulletinBlock
        {
            Title = title,
            ChartId = "reporters",
            Note =
                Cut(table, $"The first {MostBars} of {table.Rows.Count} reporters. ", words.Phrases)
                + words.Phrases.Say(
                    "Reported seizures reflect enforcement and reporting as well as trafficking. Figures: annex, by country."
                ),
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
                words.Phrases.Say(
                    $"Weapons, parts and ammunition by seizures, largest first, with their quantities: {Lead(table, words, "product")}."
                ),
                table,
                words,
                "product",
                r => Quantity(table, r, words.Phrases),
                isNarrow: false
            )
        );
        yield return new BulletinBlock
        {
            Title = words.Phrases.Say("Weapons, parts and ammunition by seizures"),
            ChartId = "weapons",
            Note =
                Cut(table, $"The first {MostBars} of {table.Rows.Count} products. ", words.Phrases)
                + words.Phrases.Say("The bar of a product counts the products below it too, so bars do not add up."),
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
                    words.Phrases.Say("Seizures"),
                    [.. rows.Select(r => table.Number(r, "seizures"))],
                    [.. rows.Select(r => Label(table, r, beside(r), words.Phrases))]
                ),
            ],
            Note = KnownNote.OnChart(table.Known, words.Phrases),
            IsNarrow = isNarrow,
        };
    }

    private static string Label(FigureTable table, TableRow row, string beside, Phrases phrases)
    {
        string count = table.Words(row, "seizures", phrases);
        return beside.Length == 0 ? count : $"{count} · {beside}";
    }

    private static string Quantity(FigureTable table, TableRow row, Phrases phrases) =>
        table.Number(row, "quantity") is { } quantity ? UnitWords.With(quantity, table.Text(row, "unit"), phrases) : "";

    private static string Cut(FigureTable table, Phrase cut, Phrases phrases) => table.Rows.Count > MostBars ? phrases.Say(cut) : "";

    private static string Lead(FigureTable table, CodeWords words, string column) =>
        string.Join(
            ", ",
            table.Rows.Take(3).Select(r => $"{words.Of(column, table.Text(r, column))} {Label(table, r, "", words.Phrases)}")
        );
}
