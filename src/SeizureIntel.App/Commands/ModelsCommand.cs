using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Reading.Models;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Steps;
using SeizureIntel.Workbench.Texts;

namespace SeizureIntel.App.Commands;

/// <summary>The models that propose codes for texts.</summary>
internal static class ModelsCommand
{
    private const int DefaultSeed = 20260101;
    private const int Percent = 100;

    public static Verb Create(VerbContext context)
    {
        var verb = new Verb("models", "Trains the models that propose codes for texts, and tells how far to trust them")
        {
            Examples =
            [
                ("./run models train", "all models, from the code lists and the store; about two minutes"),
                ("./run models list", "what was trained, with precision and coverage on texts not seen"),
            ],
        };
        verb.Add(Train(context));
        verb.Add(List(context));
        verb.Add(Evaluate(context));
        return verb;
    }

    private static Verb Train(VerbContext context)
    {
        var names = new Argument<string[]>("MODEL") { Description = "Which; all without it", Arity = ArgumentArity.ZeroOrMore };
        var seed = new Option<int>("--seed")
        {
            Description = "The same texts and seed give the same model",
            DefaultValueFactory = _ => DefaultSeed,
        };
        var verb = new Verb("train", "Trains models and keeps them in the data folder, in the place of the ones before")
        {
            Examples = [("./run models train headings", "one model"), ("./run models train --seed 7", "all, from another seed")],
        };
        verb.Add(names);
        verb.Add(seed);
        verb.SetAction(
            async (parsed, stop) =>
            {
                await using Workspace workspace = await context.OpenToWriteAsync(parsed, stop);
                IReadOnlyList<ModelCard> cards = await context.Output.DuringAsync(steps =>
                {
                    var told = new Progress<(string Model, double Done)>(p =>
                        steps.Report(new Step($"Training {p.Model}", (int)(Percent * p.Done), Percent, "part"))
                    );
                    return workspace.Get<ModelDesk>().TrainAsync(parsed.GetValue(names) ?? [], parsed.GetValue(seed), told, stop);
                });
                Print(context, VerbContext.AsJson(parsed), cards);
                return 0;
            }
        );
        return verb;
    }

    private static Verb List(VerbContext context)
    {
        var verb = new Verb("list", "Lists the trained models with their cards")
        {
            Examples = [("./run models list --json", "the whole cards: classes, languages, reliability")],
        };
        verb.SetAction(
            async (parsed, stop) =>
            {
                await using Workspace workspace = await context.OpenAsync(parsed, stop);
                Print(context, VerbContext.AsJson(parsed), workspace.Get<ModelDesk>().Cards());
                return 0;
            }
        );
        return verb;
    }

    private static Verb Evaluate(VerbContext context)
    {
        var name = new Argument<string>("MODEL") { Description = "headings or products" };
        var file = new Argument<string>("FILE") { Description = "Text and code a line, with a tab between" };
        var verb = new Verb("evaluate", "Tries a model on texts whose codes you know")
        {
            Examples = [("./run models evaluate headings mine.tsv", "how many it proposes something for, and how many of those are right")],
        };
        verb.Add(name);
        verb.Add(file);
        verb.SetAction(
            async (parsed, stop) =>
            {
                await using Workspace workspace = await context.OpenAsync(parsed, stop);
                IReadOnlyList<(string, string)> known = await KnownAsync(parsed.GetValue(file)!);
                CardRow row = workspace.Get<ModelDesk>().Evaluate(parsed.GetValue(name)!, known);
                if (VerbContext.AsJson(parsed))
                    context.Output.Json(row);
                else
                    context.Output.Line(
                        $"{Output.Count(row.Texts, "text")}: {row.Proposed} proposed, {row.Right} right"
                            + (row.Precision is { } right ? $" ({Share(right)} of what is proposed)" : "")
                    );
                return 0;
            }
        );
        return verb;
    }

    private static async Task<IReadOnlyList<(string Text, string Code)>> KnownAsync(string file)
    {
        if (!File.Exists(file))
            throw Fault.Usage("no_such_file", $"There is no file {file}.", "Give a file with a text, a tab and a code on each line.");
        var known = new List<(string, string)>();
        int number = 0;
        await foreach (string line in File.ReadLinesAsync(file))
        {
            number++;
            if (line.Length == 0)
                continue;
            if (line.Split('\t') is not [var text, var code])
                throw Fault.Failed("bad_line", $"Line {number} has no tab, or several.", "Write text, tab, code.");
            known.Add((text, code.Trim()));
        }

        return known;
    }

    private static void Print(VerbContext context, bool asJson, IReadOnlyList<ModelCard> cards)
    {
        if (asJson)
        {
            context.Output.Json(new { models = cards });
            return;
        }

        if (cards.Count == 0)
        {
            context.Output.Line("No model was trained yet: ./run models train.");
            return;
        }

        var table = new TextTable(
            "Model",
            "Trained",
            ">Texts",
            ">Codes",
            ">Proposes from",
            ">Precision",
            ">Coverage",
            ">Calibration error"
        );
        foreach (ModelCard card in cards)
        {
            table.Add(
                card.Name,
                card.Trained.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                Output.Number(card.Examples),
                Output.Number(card.Classes),
                Share(card.Threshold),
                card.Precision is { } precision ? Share(precision) : "–",
                Share(card.Coverage),
                Share(card.CalibrationError)
            );
        }

        table.Write(context.Output.Results);
        context.Output.Line("Precision and coverage are of texts from languages and sources that were left out of the training.");
    }

    private static string Share(double share) => share.ToString("0.000", CultureInfo.InvariantCulture);
}
