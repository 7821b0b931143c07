using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Fields;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Filters;
using SeizureIntel.Workbench.Search;
using SeizureIntel.Workbench.Tabulating;

namespace SeizureIntel.App.Commands;

/// <summary>Grouped figures.</summary>
internal static class TabulateCommand
{
    public static Verb Create(VerbContext context)
    {
        var filters = new FilterOptions();
        var by = new Option<string[]>("--by") { Description = "Fields to group by", HelpName = "FIELD,FIELD" };
        var measure = new Option<Measure>("--measure")
        {
            Description = "What is counted: count (seizures), cases or quantity",
            HelpName = "measure",
        };
        var bucket = new Option<Bucket>("--bucket") { Description = "Split by time: week, month or year", HelpName = "bucket" };
        var verb = new Verb("tabulate", "Counts seizures, cases or quantities by fields and time")
        {
            Examples =
            [
                ("./run tabulate --by heading", "seizures a heading"),
                ("./run tabulate --by product --measure quantity --heading drugs", "quantities, a sum for each unit"),
                ("./run tabulate --by reporting_country --bucket month --from 2024 --json", "a monthly series for each reporter"),
            ],
        };
        filters.AddTo(verb);
        verb.Add(by);
        verb.Add(measure);
        verb.Add(bucket);
        verb.SetAction(
            async (parsed, stop) =>
            {
                IReadOnlyList<string> dimensions = FieldNames.List(parsed.GetValue(by) ?? []);
                await using Workspace workspace = await context.OpenAsync(parsed, stop);
                Filter filter = context.Read(filters.Read(parsed), workspace);
                var answers = workspace.Search();
                TabulationReply reply = await answers.TabulateAsync(
                    Reader.Owner,
                    new TabulationRequest(filter.Query, dimensions, parsed.GetValue(measure), parsed.GetValue(bucket)),
                    stop
                );
                if (VerbContext.AsJson(parsed))
                    context.Output.Json(reply);
                else
                    Print(context.Output, answers, reply);
                return 0;
            }
        );
        return verb;
    }

    private static void Print(Output output, SearchAnswers answers, TabulationReply reply)
    {
        bool isQuantity = reply.Measure == Measure.Quantity;
        var table = new TextTable([
            .. reply.Dimensions.Select(d => SeizureFields.Find(d)?.Label ?? d),
            isQuantity ? ">Quantity"
            : reply.Measure == Measure.Cases ? ">Cases"
            : ">Seizures",
            ">Left out",
        ]);
        foreach (TabulationRowReply row in reply.Rows)
            table.Add([
                .. row.Key.Select((k, i) => answers.Label(reply.Dimensions[i], k)),
                Output.Number(row.Value),
                row.LeftOut == 0 ? "" : Output.Number(row.LeftOut),
            ]);
        table.Write(output.Results);
        output.Line();
        output.Line(
            $"{(reply.Total is { } total ? $"Total {Output.Number(total)} {reply.Unit}; all" : "All")} dimensions known in "
                + $"{Output.Number(reply.Known.N)} of {Output.Number(reply.Known.Of)} seizures"
        );
    }
}
