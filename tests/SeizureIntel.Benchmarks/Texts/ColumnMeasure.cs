using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.App;
using SeizureIntel.Benchmarks.Running;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Intake;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Etl.Suggesting;

namespace SeizureIntel.Benchmarks.Texts;

/// <summary>What is understood of files of unknown shape: real ones labelled by eye, and those with a description, treated as unknown and held against
/// it.</summary>
internal static class ColumnMeasure
{
    private const double LeastRight = 0.90;
    private const double MostWrong = 0.02;

    // Files of the shipped sources among the real data.
    private static readonly (string File, string Source)[] Described =
    [
        ("unodc_ids_2011_2016/sample_2000_random.csv", "unodc-ids"),
        ("brazil_fortaleza_entorpecente/FortalezaEntorpecente_2009-2024.csv", "brazil-fortaleza"),
        ("colombia_estupefacientes_2018/socrata_data.json", "colombia-estupefacientes"),
        ("china_pangolin_seizures/pangolin-seizures_non-nominal.tsv", "china-pangolin"),
    ];

    /// <summary>Prints how many columns are mapped right and wrong.</summary>
    /// <param name="run">The case.</param>
    /// <param name="data">The folder of real files.</param>
    /// <param name="stop">Stops between two columns.</param>
    /// <returns>Whether every bar was met.</returns>
    public static async Task<bool> PrintAsync(CaseRun run, string data, CancellationToken stop)
    {
        string installed = AppContext.BaseDirectory,
            lists = Path.Combine(installed, "codelists");
        CodeListSet codes = Composition.CodeLists(lists);
        var suggester = new SourceSuggester(
            codes,
            Composition.Screening(Path.Combine(installed, "screening"), Path.Combine(installed, "screening-own")),
            Composition.Words(lists),
            Composition.Goods(lists, codes)
        );
        ILookup<string, (string Column, string Fields)> labels = (await LabelFile.RowsAsync("columns.csv", stop)).ToLookup(
            r => r[0],
            r => (r[1], r[2])
        );
        bool isMet = await PrintAsync(
            run,
            "columns of files without a description, against labels by eye",
            labels.Select(l =>
                Held(suggester, data, l.Key, c => Expected(l, c), l.FirstOrDefault(r => r.Column == "*").Fields, Names(l), stop)
            )
        );
        foreach (string set in (string[])["learn", "check", "held"])
        {
            IGrouping<string, List<string>>[] seen =
            [
                .. (await LabelFile.RowsAsync(Path.Combine("files", set + ".csv"), stop)).GroupBy(r => r[0]),
            ];
            if (seen.Length == 0)
            {
                await run.LineAsync($"columns of national files, {set}: none at present");
                continue;
            }

            isMet &= await PrintAsync(
                run,
                $"columns of national files by a hand that did not know the product, {set}",
                seen,
                Path.Combine(LabelFile.Folder, "files", set),
                _ => suggester,
                isShown: set != "held",
                stop
            );
        }

        IReadOnlyList<SourceDescription> sources = Composition.Sources(Path.Combine(installed, "sources"));
        isMet &= await PrintAsync(
            run,
            "columns of files with a description, treated as unknown, against it",
            Described.Select(d => Held(suggester, data, d.File, c => Of(sources.First(s => s.Name == d.Source), c), "complete", [], stop))
        );
        return isMet;
    }

    /// <summary>Prints what is understood of labelled files.</summary>
    /// <param name="run">The case.</param>
    /// <param name="title">What is measured.</param>
    /// <param name="files">File, column and fields of each label, by file.</param>
    /// <param name="folder">Where the files are.</param>
    /// <param name="suggester">What reads a file.</param>
    /// <param name="isShown">Whether each file is named with its faults.</param>
    /// <param name="stop">Stops between two columns.</param>
    /// <returns>Whether the bars were met.</returns>
    public static Task<bool> PrintAsync(
        CaseRun run,
        string title,
        IEnumerable<IGrouping<string, List<string>>> files,
        string folder,
        Func<string, SourceSuggester> suggester,
        bool isShown,
        CancellationToken stop
    ) =>
        PrintAsync(
            run,
            title,
            files.Select(f =>
            {
                (string Column, string Fields)[] labels = [.. f.Select(r => (r[1], r[2]))];
                string verdict = labels.FirstOrDefault(r => r.Column == "*").Fields;
                return Held(suggester(f.Key), folder, f.Key, c => Expected(labels, c), verdict, Names(labels), stop);
            }),
            isShown
        );

    // What need not be mapped need not be read either, as the sheet beside the table is not.
    private static IEnumerable<string> Names(IEnumerable<(string Column, string Fields)> labels) =>
        labels.Where(l => l.Column != "*" && !l.Fields.Split('|').Contains("-")).Select(l => l.Column);

    private static string[]? Expected(IEnumerable<(string Column, string Fields)> labels, string column) =>
        labels
            .Where(l => IsOf(l.Column, column))
            .OrderByDescending(l => l.Column == column)
            .Select(l => l.Fields.Split('|'))
            .FirstOrDefault();

    // Of a header in two rows a label says both, "upper / lower", and a column may be read by the lower one.
    private static bool IsOf(string label, string column) => label == column || label.EndsWith(" / " + column, StringComparison.Ordinal);

    // The fields that a description feeds from a column, alone or with others.
    private static string[] Of(SourceDescription source, string column)
    {
        string key = SourceRecognition.Key(column);
        string[] names = [.. source.Columns.SelectMany(c => c.Names).Where(n => SourceRecognition.Key(n) == key)];
        string[] fields =
        [
            .. source.Columns.Where(c => c.Names.Any(names.Contains) && c.Field is not null).Select(c => c.Field!),
            .. source.Combined.Where(c => c.Columns.Any(names.Contains)).Select(c => c.Field),
        ];
        return fields.Length == 0 ? ["-"] : fields;
    }

    private static Tally Held(
        SourceSuggester suggester,
        string data,
        string file,
        Func<string, string[]?> expected,
        string verdict,
        IEnumerable<string> names,
        CancellationToken stop
    )
    {
        var tally = new Tally(file, verdict);
        string path = Path.Combine(data, file);
        if (!File.Exists(path))
            return tally;
        using FileStream bytes = File.OpenRead(path);
        SourceSuggestion found;
        try
        {
            found = suggester.Suggest(bytes, Path.GetFileName(path), stop);
        }
        catch (UnreadableFileException refused)
        {
            // Of a file that cannot be read every column is missed.
            tally.Found = refused.Code;
            tally.Missed.AddRange(names.Select(n => $"missed: '{n}' of a file that is not read"));
            return tally;
        }

        tally.Found = JsonNamingPolicy.SnakeCaseLower.ConvertName(found.Verdict.ToString());
        foreach (ColumnSuggestion column in found.Columns)
        {
            if (expected(column.Column) is { } fields)
                tally.Add(column, fields);
        }

        // Of names that were read otherwise, or masked, every column is missed as well.
        tally.Missed.AddRange(
            names.Where(n => !found.Columns.Any(c => IsOf(n, c.Column))).Select(n => $"missed: no column is read as '{n}'")
        );
        return tally;
    }

    private static async Task<bool> PrintAsync(CaseRun run, string title, IEnumerable<Tally> files, bool isShown = true)
    {
        await run.LineAsync(title);
        var all = new List<Tally>();
        foreach (Tally file in files)
        {
            all.Add(file);
            if (!isShown)
                continue;
            await run.LineAsync(
                file.Found is null
                    ? $"  {file.File}: skipped, the file is absent"
                    : $"  {file.File}: {file.Found}{(file.Found == file.Verdict ? "" : $" (labelled {file.Verdict})")}, "
                        + $"columns right {file.Right}, wrong {file.Wrong.Count}, missed {file.Missed.Count}"
                        + string.Concat(file.Wrong.Concat(file.Missed).Select(w => $"\n    {w}"))
            );
        }

        double columns = Math.Max(1, all.Sum(t => t.Right + t.Wrong.Count + t.Missed.Count)),
            right = all.Sum(t => t.Right) / columns,
            wrong = all.Sum(t => t.Wrong.Count) / columns;
        int named = all.Sum(t => t.NamedRight),
            ofNamed = all.Sum(t => t.Named);
        bool isRight = right >= LeastRight,
            isWrong = wrong <= MostWrong && all.TrueForAll(t => t.Wrong.Count <= 1);
        await run.FigureAsync(CaseRun.Line($"  columns mapped right: {right:0.000} of {columns:0}"), "0.90", isRight);
        await run.FigureAsync(CaseRun.Line($"  columns mapped wrong: {wrong:0.000}"), "0.02, at most one a file", isWrong);
        await run.LineAsync($"  columns that hold a field, mapped right: {named} of {ofNamed}");
        await run.LineAsync($"  verdicts right: {all.Count(t => t.Found == t.Verdict)} of {all.Count(t => t.Found is not null)}");
        return isRight && isWrong;
    }

    private sealed class Tally(string file, string verdict)
    {
        public string File => file;

        public string Verdict => verdict;

        public string? Found { get; set; }

        public int Right { get; private set; }

        public int Named { get; private set; }

        public int NamedRight { get; private set; }

        public List<string> Wrong { get; } = [];

        public List<string> Missed { get; } = [];

        public void Add(ColumnSuggestion column, string[] expected)
        {
            bool isNamed = !expected.Contains("-"),
                isRight = expected.Contains(column.Field ?? "-");
            Named += isNamed ? 1 : 0;
            NamedRight += isNamed && isRight ? 1 : 0;
            if (isRight)
                Right++;
            else if (column.Field is null)
                Missed.Add($"missed: '{column.Column}' is {string.Join(" or ", expected)}");
            else
                Wrong.Add(
                    CaseRun.Line(
                        $"wrong: '{column.Column}' as {column.Field} ({column.Confidence:0.00}), is {string.Join(" or ", expected)}"
                    )
                );
        }
    }
}
