using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.App;
using SeizureIntel.Benchmarks.Running;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Etl.Suggesting;

namespace SeizureIntel.Benchmarks.Texts;

/// <summary>What is understood of labelled files whose columns were not learned from; and what is learned of names, made anew.</summary>
internal static class NameMeasure
{
    private const int Folds = 12;
    private const string Set = "learn";

    private static readonly string Folder = Path.Combine(LabelFile.Folder, "files", Set);

    /// <summary>Prints the figures of a twelfth of the files left out at a time; with <c>--write</c> learns from all and writes the file of
    /// weights.</summary>
    /// <param name="run">The case.</param>
    /// <param name="stop">Stops between two files.</param>
    /// <returns>Whether every bar was met.</returns>
    public static async Task<bool> PrintAsync(CaseRun run, CancellationToken stop)
    {
        string installed = AppContext.BaseDirectory,
            lists = Path.Combine(installed, "codelists"),
            words = Path.Combine(lists, "lexicons", "column_words.csv");
        CodeListSet codes = Composition.CodeLists(lists);
        ScreeningLists screening = Composition.Screening(Path.Combine(installed, "screening"), Path.Combine(installed, "screening-own"));
        GoodsWords goods = Composition.Goods(lists, codes);
        string text = await File.ReadAllTextAsync(words, stop);
        IReadOnlyList<List<string>> labels = await LabelFile.RowsAsync(Path.Combine("files", Set + ".csv"), stop);
        SeenColumn[] seen = [.. labels.Where(r => r[1] != "*").Select(r => new SeenColumn(r[0], r[1], r[2].Split('|')))];
        string[] files = [.. seen.Select(c => c.File).Distinct()];
        int Fold(string file) => Array.IndexOf(files, file) % Folds;
        // The list was written by hands that had read these files: names that stand in no other are taken out of it, as they would be missing for a new one.
        string[] texts =
        [
            .. Enumerable
                .Range(0, Folds)
                .Select(k => Without(words, text, seen.Where(c => Fold(c.File) == k), seen.Where(c => Fold(c.File) != k))),
        ];
        ColumnWords[] plain = [.. texts.Select(t => ColumnWords.Parse(words, t, NameModel.None))];
        SourceSuggester[] plainly = [.. plain.Select(w => new SourceSuggester(codes, screening, w, goods))];
        // A new file has names that the list lacks and others: the weights see both.
        ColumnWords whole = ColumnWords.Parse(words, text, NameModel.None);
        var wholly = new SourceSuggester(codes, screening, whole, goods);
        SeenColumn[] read =
        [
            .. files.SelectMany(f => Read(plainly[Fold(f)], f, seen, isAlone: false, stop)),
            .. files.SelectMany(f => Read(wholly, f, seen, isAlone: true, stop)),
        ];
        string[] learned =
        [
            .. plain.Select((w, k) => new NameTraining(w).Learn(seen.Where(c => Fold(c.File) != k), read.Where(c => Fold(c.File) != k))),
        ];
        NameModel[] models = [.. learned.Select(m => NameModel.Parse(words, NameTraining.With(m, [])))];
        read = [.. read.Select(c => c with { Parts = c.PartsBy(models[Fold(c.File)]) })];
        if (run.Has("--write") && run.Option("--only") == "names")
        {
            string path = Path.Combine(Surroundings.Root, "etl", "codelists", "lexicons", NameModel.File);
            await File.WriteAllTextAsync(
                path,
                NameTraining.With(new NameTraining(whole).Learn(seen, read), NameTraining.Weigh(read)),
                stop
            );
            await run.LineAsync($"written: {path}");
            return true;
        }

        SourceSuggester[] without =
        [
            .. Enumerable
                .Range(0, Folds)
                .Select(k => NameTraining.With(learned[k], NameTraining.Weigh([.. read.Where(c => Fold(c.File) != k)])))
                .Select(
                    (m, k) => new SourceSuggester(codes, screening, ColumnWords.Parse(words, texts[k], NameModel.Parse(words, m)), goods)
                ),
        ];
        return await ColumnMeasure.PrintAsync(
            run,
            "columns of national files, each learned from the others",
            labels.GroupBy(r => r[0]),
            Folder,
            f => without[Fold(f)],
            isShown: true,
            stop
        );
    }

    // The list without the names of some columns that no other column has.
    private static string Without(string file, string text, IEnumerable<SeenColumn> columns, IEnumerable<SeenColumn> others)
    {
        HashSet<string> names = [.. columns.Select(c => Key(c.Name)).Except(others.Select(c => Key(c.Name)))];
        var kept = new StringBuilder();
        foreach ((int _, List<string> cells) in CsvRecords.Read(file, text))
        {
            string[] phrases = [.. cells[3].Split('|').Where(p => !names.Contains(Key(p)))];
            if (phrases.Length > 0)
                kept.AppendJoin(
                        ',',
                        cells.Take(3).Append($"\"{string.Join('|', phrases).Replace("\"", "\"\"", StringComparison.Ordinal)}\"")
                    )
                    .Append('\n');
        }

        return kept.ToString();
    }

    private static string Key(string name) => string.Join(' ', ColumnWords.WordsOf(name, keepStars: false).Order(StringComparer.Ordinal));

    private static IEnumerable<SeenColumn> Read(
        SourceSuggester suggester,
        string file,
        IEnumerable<SeenColumn> seen,
        bool isAlone,
        CancellationToken stop
    )
    {
        ILookup<string, SeenColumn> own = seen.Where(c => c.File == file).ToLookup(c => c.Name);
        using FileStream bytes = File.OpenRead(Path.Combine(Folder, file));
        return
        [
            .. suggester
                .Signs(bytes, file, stop)
                .Where(c => own.Contains(c.Signs.Values.Profile.Name))
                .Select(c =>
                    own[c.Signs.Values.Profile.Name].First() with
                    {
                        // Once without what stands beside it: files of another make have their columns in another order.
                        Cells = isAlone ? c.Signs.Own : [.. c.Signs.Own, .. c.Signs.Beside],
                        PartsBy = c.Parts,
                    }
                ),
        ];
    }
}
