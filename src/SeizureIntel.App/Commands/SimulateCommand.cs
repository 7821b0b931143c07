using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using SeizureIntel.Synthetic.Running;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Steps;

namespace SeizureIntel.App.Commands;

/// <summary>Raw files of a simulated region.</summary>
internal static class SimulateCommand
{
    public static Verb Create(VerbContext context)
    {
        Option<int> seed = SeedOption(),
            cases = CasesOption(10_000);
        var folder = new Option<string>("--out")
        {
            Description = "Folder that receives the raw files and answers.json",
            HelpName = "folder",
            Required = true,
        };
        var verb = new Verb(
            "simulate",
            "Writes raw files of a simulated region in the sources' formats, with the answers of its planted patterns"
        )
        {
            Examples = [("./run simulate --seed 7 --cases 10000 --out raw", "the same seed gives the same bytes")],
        };
        verb.Add(seed);
        verb.Add(cases);
        verb.Add(folder);
        verb.SetAction(
            async (parsed, _) =>
            {
                string into = Path.GetFullPath(parsed.GetRequiredValue(folder));
                SimulationOptions options = SimulationOptions.FiveYears(parsed.GetValue(seed), Checked(parsed.GetValue(cases)));
                IReadOnlyList<(string Path, string Source)> files = await context.Output.DuringAsync(steps =>
                    Task.Run(() => Write(options, into, steps))
                );
                string answers = Path.Combine(into, "answers.json");
                if (VerbContext.AsJson(parsed))
                    context.Output.Json(new { files = files.Select(f => new { file = Path.GetFullPath(f.Path), f.Source }), answers });
                else
                    Print(context.Output, files, answers);
                return 0;
            }
        );
        return verb;
    }

    public static Option<int> SeedOption() =>
        new("--seed")
        {
            Description = "Any number; the same seed gives the same files",
            HelpName = "n",
            DefaultValueFactory = _ => 1,
        };

    public static Option<int> CasesOption(int otherwise) =>
        new("--cases")
        {
            Description = "Cases of the background, 1 to 2 000 000; planted patterns come on top",
            HelpName = "n",
            DefaultValueFactory = _ => otherwise,
        };

    public static int Checked(int cases) =>
        cases is >= 1 and <= 2_000_000 ? cases : throw Fault.Usage("bad_cases", $"--cases is {cases}.", "Give a number from 1 to 2000000.");

    public static IReadOnlyList<(string Path, string Source)> Write(SimulationOptions options, string folder, IProgress<Step> steps)
    {
        try
        {
            return Simulator.Write(options, folder, new SimulationSteps(steps));
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException or IOException)
        {
            throw Fault.Usage("cannot_write", $"{folder} cannot be written: {problem.Message}", "Give a folder that may be written.");
        }
    }

    private static void Print(Output output, IReadOnlyList<(string Path, string Source)> files, string answers)
    {
        var table = new TextTable("Source", "File");
        foreach ((string path, string source) in files)
            table.Add(source, Path.GetFileName(path));
        table.Write(output.Results);
        output.Line();
        output.Line($"{Output.Count(files.Count, "file")} in {Path.GetDirectoryName(answers)}; the planted patterns: {answers}");
    }
}
