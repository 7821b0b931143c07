using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.App;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Benchmarks.Running;
using SeizureIntel.Benchmarks.Texts;
using SeizureIntel.Ports;
using PassingFolder = SeizureIntel.Benchmarks.Million.PassingFolder;

namespace SeizureIntel.Benchmarks.Cases;

/// <summary>What is masked and understood of what comes in: columns, values, accounts, and texts that no list knows.</summary>
internal static class ReadingCase
{
    private static readonly string[] Parts =
    [
        "screening",
        "tagger",
        "names",
        "columns",
        "values",
        "concealment",
        "accounts",
        "speed",
        "models",
    ];

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken stop)
    {
        var run = new CaseRun(arguments, output);
        string? only = run.Option("--only");
        if (only is not null && !Parts.Contains(only))
        {
            await run.LineAsync($"There is no part '{only}'; there are {string.Join(", ", Parts)}.");
            return 2;
        }

        string data = Path.GetFullPath(run.Option("--files") ?? Path.Combine(Surroundings.Root, "..", "shared", "data"));
        bool isThere = Directory.Exists(data);
        if (!isThere)
            await run.LineAsync($"skipped where real files are needed: there is no folder {data} (--files FOLDER)");
        using var folder = new PassingFolder();
        var values = new ValueMeasure(folder.At("data"), data);
        bool isMet = true;
        if (Asked("screening"))
        {
            string installed = System.AppContext.BaseDirectory;
            isMet &= await ScreeningFigures.PrintAsync(
                run,
                Composition.Screening(Path.Combine(installed, "screening"), Path.Combine(installed, "screening-own"))
            );
        }

        if (Asked("tagger"))
            isMet &= await TaggerMeasure.PrintAsync(run, Path.Combine(System.AppContext.BaseDirectory, "screening"), stop);
        if (Asked("names"))
            isMet &= await NameMeasure.PrintAsync(run, stop);
        if (Asked("columns") && isThere)
            isMet &= await ColumnMeasure.PrintAsync(run, data, stop);
        if (Asked("values"))
            isMet &= await values.PrintAsync(run, stop);
        if (Asked("concealment") || Asked("accounts") || Asked("speed"))
        {
            string lists = Path.Combine(System.AppContext.BaseDirectory, "codelists");
            ITextReader lexicon = TextReaders.Lexicon(Composition.CodeLists(lists), lists);
            if (Asked("concealment"))
                isMet &= await ConcealmentMeasure.PrintAsync(run, lexicon, data, stop);
            if (Asked("accounts"))
                isMet &= await AccountMeasure.PrintAsync(run, lexicon, stop);
            if (Asked("speed"))
                isMet &= await SpeedMeasure.PrintAsync(run, lexicon, data, stop);
        }

        if (Asked("models"))
            isMet &= await ModelMeasure.PrintAsync(run, await values.FolderAsync(run, stop), stop);
        return isMet ? 0 : 1;

        bool Asked(string part) => only is null || only == part;
    }
}
