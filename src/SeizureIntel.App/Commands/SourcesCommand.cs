using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using SeizureIntel.App.Workspaces;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Etl.Storing;
using SeizureIntel.Reading.Narratives;
using SeizureIntel.Workbench.Submissions;

namespace SeizureIntel.App.Commands;

/// <summary>The known reporting formats.</summary>
internal static class SourcesCommand
{
    public static Verb Create(VerbContext context)
    {
        var verb = new Verb(
            "sources",
            "Lists the known reporting formats, suggests one for an unknown file, checks them against their samples"
        )
        {
            Examples =
            [
                ("./run sources list", "name, publisher, edition"),
                ("./run sources suggest new.csv", "what is understood of a file of unknown shape"),
                ("./run sources check template", "the sample against its approved result"),
            ],
        };
        verb.Add(List(context));
        verb.Add(Check(context));
        verb.Add(SuggestCommand.Create(context));
        return verb;
    }

    private static Verb List(VerbContext context)
    {
        var verb = new Verb("list", "Lists the known reporting formats")
        {
            Examples = [("./run sources list", "name, publisher, edition")],
        };
        verb.SetAction(
            async (parsed, stop) =>
            {
                await using Workspace workspace = await context.OpenAsync(parsed, stop);
                IReadOnlyList<SourceDescription> sources = await workspace.Get<SourceShelf>().AllAsync(stop);
                if (VerbContext.AsJson(parsed))
                {
                    context.Output.Json(
                        new
                        {
                            sources = sources.Select(s => new
                            {
                                s.Name,
                                s.Title,
                                s.Publisher,
                                s.Edition,
                                s.Terms,
                                columns = s.Columns.Count,
                            }),
                        }
                    );
                    return 0;
                }

                var table = new TextTable("Name", "Title", "Publisher", "Edition");
                foreach (SourceDescription source in sources)
                    table.Add(source.Name, source.Title, source.Publisher, source.Edition);
                table.Write(context.Output.Results);
                return 0;
            }
        );
        return verb;
    }

    private static Verb Check(VerbContext context)
    {
        var name = new Argument<string?>("NAME") { Description = "The source; all without it", Arity = ArgumentArity.ZeroOrOne };
        var verb = new Verb("check", "Holds a source's sample against its approved result")
        {
            Examples =
            [
                ("./run sources check", "every source; exit code 1 where one differs"),
                ("./run sources check template", "one source, with the lines that differ"),
            ],
        };
        verb.Add(name);
        verb.SetAction(
            async (parsed, stop) =>
            {
                await using Workspace workspace = await context.OpenAsync(parsed, stop);
                string? wanted = await workspace.Get<IntakeDesk>().KnownSourceAsync(parsed.GetValue(name), stop);
                var checks = new List<(string Name, SourceCheckResult Result)>();
                foreach (SourceDescription source in workspace.Get<SourceShelf>().Shipped.Where(s => wanted is null || s.Name == wanted))
                {
                    string folder = Path.Combine(workspace.Get<Folders>().Sources, source.Name),
                        approved = Path.Combine(folder, "expected.approved.json");
                    var samples = Directory
                        .EnumerateFiles(folder, "sample.*")
                        .ToDictionary(f => Path.GetFileName(f), File.ReadAllBytes, StringComparer.Ordinal);
                    checks.Add(
                        (
                            source.Name,
                            await SourceCheck.RunAsync(
                                source,
                                workspace.Get<CodeListSet>(),
                                workspace.Get<ScreeningLists>(),
                                samples,
                                File.Exists(approved) ? await File.ReadAllTextAsync(approved, stop) : null,
                                workspace.Get<LexiconReader>(),
                                stop
                            )
                        )
                    );
                }

                if (VerbContext.AsJson(parsed))
                    context.Output.Json(
                        new
                        {
                            ok = checks.All(c => c.Result.IsAsApproved),
                            sources = checks.Select(c => new
                            {
                                c.Name,
                                ok = c.Result.IsAsApproved,
                                c.Result.Differences,
                            }),
                        }
                    );
                else
                    Print(context.Output, checks);
                return checks.All(c => c.Result.IsAsApproved) ? 0 : 1;
            }
        );
        return verb;
    }

    private static void Print(Output output, List<(string Name, SourceCheckResult Result)> checks)
    {
        foreach ((string name, SourceCheckResult result) in checks)
        {
            output.Line($"{name}: {(result.IsAsApproved ? "as approved" : "differs from what was approved")}");
            foreach (string difference in result.Differences)
                output.Line("  " + difference);
        }
    }
}
