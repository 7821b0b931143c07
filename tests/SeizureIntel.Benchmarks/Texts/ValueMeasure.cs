using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Benchmarks.Running;
using SeizureIntel.Queries;
using SeizureIntel.Readers;

namespace SeizureIntel.Benchmarks.Texts;

/// <summary>Values of rows that a person read, against what the intake made of them.</summary>
/// <param name="folder">The data folder that the files are taken into.</param>
/// <param name="data">The folder of real files; need not exist.</param>
internal sealed class ValueMeasure(string folder, string data)
{
    private const double LeastRight = 0.99;
    private const double Tolerance = 1e-9;
    private const string Releases = "hk_customs_press_zh/dev_2004_2013.json";
    private const string Refused = "none";
    private const int FirstRow = 2;

    // Which column of the labels is which field of a seizure.
    private static readonly (int Column, string Field)[] Fields =
    [
        (2, "seizure_date"),
        (3, "reporting_country"),
        (4, "product"),
        (5, "quantity"),
        (6, "unit"),
    ];

    private static readonly (int Column, string Field)[] ToldFields = [(2, "seizure_date"), (3, "product"), (4, "quantity"), (5, "unit")];

    // Real files that teach the models and are read by eye; a file of unknown shape is taken as it is suggested.
    private static readonly (string File, bool IsSuggested)[] Real =
    [
        ("unodc_ids_2011_2016/sample_2000_random.csv", false),
        ("brazil_fortaleza_entorpecente/FortalezaEntorpecente_2009-2024.csv", false),
        ("colombia_estupefacientes_2018/socrata_data.json", false),
        ("china_pangolin_seizures/pangolin-seizures_non-nominal.tsv", false),
        (Releases, false),
        ("eu_rasff/rasff.csv", true),
    ];

    private Dictionary<string, string>? _submissions;

    /// <summary>Prints the share of values right by file and field.</summary>
    /// <returns>Whether the bar was met.</returns>
    public async Task<bool> PrintAsync(CaseRun run, CancellationToken stop)
    {
        await FolderAsync(run, stop);
        using BenchmarkFolder opened = BenchmarkFolder.Opened(folder);
        await run.LineAsync("values, against rows read by eye");
        bool isMet = await HeldAsync(run, opened, "values.csv", stop);
        if (run.Option("--values") is { } own)
            isMet &= await HeldAsync(run, opened, Path.GetFullPath(own), stop);
        else
            await run.LineAsync("  skipped: rows of the real files, whose values are not the project's to keep (--values FILE)");
        return isMet & await ToldAsync(run, opened, stop);
    }

    // Records that accounts tell, by the number of the release in its file: what is told must be right, and what is not told is no error.
    private async Task<bool> ToldAsync(CaseRun run, BenchmarkFolder opened, CancellationToken stop)
    {
        if (!_submissions!.TryGetValue(Releases, out string? submission))
        {
            await run.LineAsync("  press releases of Hong Kong: skipped, the file is absent");
            return true;
        }

        bool isMet = true;
        foreach (IGrouping<string, List<string>> set in (await LabelFile.RowsAsync("hong_kong_values.csv", stop)).GroupBy(r => r[1]))
        {
            int right = 0,
                told = 0,
                labelled = 0;
            foreach (List<string> release in set)
            {
                string row = (int.Parse(release[0], CultureInfo.InvariantCulture) + FirstRow).ToString(CultureInfo.InvariantCulture);
                IReadOnlyDictionary<string, IReadOnlyList<string>>? kept = await FindAsync(opened, submission, row, stop);
                foreach ((int column, string field) in ToldFields)
                {
                    labelled += release[column].Length > 0 && release[column] != Refused ? 1 : 0;
                    if (kept?.GetValueOrDefault(field) is not [{ } found, ..])
                        continue;
                    told++;
                    bool isRight = release[column].Split('|').Any(expected => Equal(expected, found));
                    right += isRight ? 1 : 0;
                    if (!isRight)
                        await run.LineAsync($"  wrong: release {release[0]}, {field}: {found}, read by eye as {release[column]}");
                }
            }

            double share = told == 0 ? 1 : (double)right / told;
            await run.FigureAsync(
                CaseRun.Line(
                    $"  releases, {set.Key}: right {share:0.000} of {told} told values ({labelled} stated) in {set.Count()} releases"
                ),
                "0.99",
                share >= LeastRight
            );
            isMet &= share >= LeastRight;
        }

        return isMet;
    }

    /// <summary>The data folder with every file that is there taken in.</summary>
    public async Task<string> FolderAsync(CaseRun run, CancellationToken stop)
    {
        if (_submissions is not null)
            return folder;
        _submissions = new(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(Path.Combine(LabelFile.Folder, "rows")).Order(StringComparer.Ordinal))
            await TakeAsync(run, file, Path.GetFileName(file), [], stop);
        foreach ((string file, bool isSuggested) in Real.Where(f => File.Exists(Path.Combine(data, f.File))))
            await TakeAsync(run, Path.Combine(data, file), file, isSuggested ? ["--accept-suggestion"] : [], stop);
        return folder;
    }

    private async Task TakeAsync(CaseRun run, string file, string name, string[] more, CancellationToken stop)
    {
        MeasuredProcess taken = await MeasuredProcess.RunAsync(
            Surroundings.Executable,
            ["ingest", file, "--data", folder, "--json", .. more],
            stop
        );
        if (taken.ExitCode is not (0 or 3))
        {
            await run.LineAsync($"  {name}: not taken in: {taken.Errors.Trim()}");
            return;
        }

        using JsonDocument report = JsonDocument.Parse(taken.Output);
        _submissions![name] = report.RootElement.GetProperty("submissions")[0].GetProperty("id").GetString()!;
    }

    private async Task<bool> HeldAsync(CaseRun run, BenchmarkFolder opened, string labels, CancellationToken stop)
    {
        var counts = Fields.ToDictionary(f => f.Field, _ => (Right: 0, All: 0), StringComparer.Ordinal);
        int rows = 0;
        foreach (IGrouping<string, List<string>> file in (await LabelFile.RowsAsync(labels, stop)).GroupBy(r => r[0]))
        {
            if (!_submissions!.TryGetValue(file.Key, out string? submission))
            {
                await run.LineAsync($"  {file.Key}: skipped, the file is absent or was not taken in");
                continue;
            }

            foreach (List<string> row in file)
            {
                rows++;
                IReadOnlyDictionary<string, IReadOnlyList<string>>? kept = await FindAsync(opened, submission, row[1], stop);
                foreach ((int column, string field) in Fields.Where(f => row[f.Column].Length > 0))
                {
                    string found = kept?.GetValueOrDefault(field) is [{ } first, ..] ? first : "nothing";
                    bool isRight = Equal(row[column], found);
                    (int right, int all) = counts[field];
                    counts[field] = (right + (isRight ? 1 : 0), all + 1);
                    if (!isRight)
                        await run.LineAsync($"  wrong: {file.Key} row {row[1]}, {field}: {found}, read by eye as {row[column]}");
                }
            }
        }

        int rightOfAll = counts.Values.Sum(c => c.Right),
            ofAll = counts.Values.Sum(c => c.All);
        if (ofAll == 0)
            return true;
        double share = (double)rightOfAll / ofAll;
        await run.LineAsync("  " + string.Join(", ", counts.Select(c => $"{c.Key} {c.Value.Right} of {c.Value.All}")));
        await run.FigureAsync(CaseRun.Line($"  values right: {share:0.000} of {ofAll} in {rows} rows"), "0.99", share >= LeastRight);
        return share >= LeastRight;
    }

    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>?> FindAsync(
        BenchmarkFolder opened,
        string submission,
        string row,
        CancellationToken stop
    )
    {
        SeizureQuery query = SeizureQuery.All.With("submission", submission).With("row", row);
        SearchResult found = await opened.Index.SearchAsync(Reader.Owner, new SearchRequest { Query = query, Size = 1 }, stop);
        return found.Hits is [{ } hit, ..] ? hit.Values : null;
    }

    private static bool Equal(string expected, string found) =>
        expected == found
        || (
            double.TryParse(expected, NumberStyles.Float, CultureInfo.InvariantCulture, out double one)
            && double.TryParse(found, NumberStyles.Float, CultureInfo.InvariantCulture, out double other)
            && Math.Abs(one - other) <= Tolerance * Math.Abs(one)
        );
}
