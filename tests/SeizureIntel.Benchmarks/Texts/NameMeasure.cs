using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
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
        ColumnWords plain = ColumnWords.Parse(words, text, NameModel.None);
        var training = new NameTraining(plain);
        IReadOnlyList<List<string>> labels = await LabelFile.RowsAsync(Path.Combine("files", Set + ".csv"), stop);
        SeenColumn[] seen = [.. labels.Where(r => r[1] != "*").Select(r => new SeenColumn(r[0], r[1], r[2].Split('|'), null))];
        string[] files = [.. seen.Select(c => c.File).Distinct()];
        string[] learned =
        [
            .. Enumerable.Range(0, Folds).Select(k => training.Learn(seen.Where(c => Array.IndexOf(files, c.File) % Folds != k))),
        ];
        var suggester = new SourceSuggester(codes, screening, plain, goods);
        SeenColumn[] read =
        [
            .. files.SelectMany((f, i) => Read(suggester, f, NameModel.Parse(f, NameTraining.With(learned[i % Folds], [])), seen, stop)),
        ];
        if (run.Has("--write") && run.Option("--only") == "names")
        {
            string path = Path.Combine(Surroundings.Root, "etl", "codelists", "lexicons", NameModel.File);
            await File.WriteAllTextAsync(path, NameTraining.With(training.Learn(seen), NameTraining.Weigh(read)), stop);
            await run.LineAsync($"written: {path}");
            return true;
        }

        SourceSuggester[] without =
        [
            .. Enumerable
                .Range(0, Folds)
                .Select(k =>
                    NameTraining.With(learned[k], NameTraining.Weigh([.. read.Where(c => Array.IndexOf(files, c.File) % Folds != k)]))
                )
                .Select(m => new SourceSuggester(codes, screening, ColumnWords.Parse(words, text, NameModel.Parse(words, m)), goods)),
        ];
        return await ColumnMeasure.PrintAsync(
            run,
            "columns of national files, each learned from the others",
            labels.GroupBy(r => r[0]),
            Folder,
            f => without[Array.IndexOf(files, f) % Folds],
            isShown: true,
            stop
        );
    }

    private static IEnumerable<SeenColumn> Read(
        SourceSuggester suggester,
        string file,
        NameModel model,
        IEnumerable<SeenColumn> seen,
        CancellationToken stop
    )
    {
        ILookup<string, SeenColumn> own = seen.Where(c => c.File == file).ToLookup(c => c.Name);
        using FileStream bytes = File.OpenRead(Path.Combine(Folder, file));
        return
        [
            .. suggester
                .Parts(bytes, file, model, stop)
                .Where(c => own.Contains(c.Name))
                .Select(c => own[c.Name].First() with { Parts = c.Parts }),
        ];
    }
}
