using System.Linq;
using SeizureIntel.App.Workspaces;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Labels;
using SeizureIntel.Workbench.Tabulating;

namespace SeizureIntel.App.Commands;

/// <summary>Grouped figures.</summary>
internal static class TabulateCommand
{
    public static Verb Create(VerbContext context)
    {
        var question = new QuestionOptions<TabulationQuery>();
        var verb = new Verb("tabulate", "Counts seizures, cases or quantities by fields and time")
        {
            Examples =
            [
                ("./run tabulate --by heading", "seizures a heading"),
                ("./run tabulate --by product --measure quantity --heading drugs", "quantities, a sum for each unit"),
                ("./run tabulate --by reporting_country --bucket month --from 2024 --json", "a monthly series for each reporter"),
            ],
        };
        question.AddTo(verb);
        verb.SetAction(
            async (parsed, stop) =>
            {
                TabulationQuery asked = question.Read(parsed);
                await using Workspace workspace = await context.OpenAsync(parsed, stop);
                context.Read(asked, workspace);
                TabulationAnswer answer = await workspace.Get<TabulationDesk>().AnswerAsync(Reader.Owner, asked, stop);
                if (VerbContext.AsJson(parsed))
                    context.Output.Json(answer);
                else
                    Print(context.Output, workspace.Get<CodeListSet>(), answer);
                return 0;
            }
        );
        return verb;
    }

    private static void Print(Output output, CodeListSet codeLists, TabulationAnswer answer)
    {
        bool isQuantity = answer.Measure == Measure.Quantity;
        var table = new TextTable([
            .. answer.Dimensions.Select(d => SeizureFields.Find(d)?.Label ?? d),
            isQuantity ? ">Quantity"
            : answer.Measure == Measure.Cases ? ">Cases"
            : ">Seizures",
            ">Left out",
        ]);
        foreach (TabulationAnswerRow row in answer.Rows)
            table.Add([
                .. row.Key.Select((k, i) => codeLists.Label(answer.Dimensions[i], k)),
                Output.Number(row.Value),
                row.LeftOut == 0 ? "" : Output.Number(row.LeftOut),
            ]);
        table.Write(output.Results);
        output.Line();
        output.Line(
            $"{(answer.Total is { } total ? $"Total {Output.Number(total)} {answer.Unit}; all" : "All")} dimensions known in "
                + $"{Output.Number(answer.Known.N)} of {Output.Number(answer.Known.Of)} seizures"
        );
    }
}
