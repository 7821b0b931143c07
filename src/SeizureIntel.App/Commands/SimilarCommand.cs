using System.Linq;
using SeizureIntel.App.Workspaces;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;
using SeizureIntel.Readers;
using SeizureIntel.Reporting.Wording;
using SeizureIntel.Workbench.Labels;
using SeizureIntel.Workbench.Search;
using SeizureIntel.Workbench.Seizures;

namespace SeizureIntel.App.Commands;

/// <summary>The seizures that share most with one.</summary>
internal static class SimilarCommand
{
    public static Verb Create(VerbContext context)
    {
        var question = new QuestionOptions<SimilarQuery>();
        var verb = new Verb("similar", "Finds the seizures that share most with one")
        {
            Examples = [("./run similar 0A1B2C3D4E5F6A7B --size 5", "the five nearest, with what they share")],
        };
        question.AddTo(verb);
        verb.SetAction(
            async (parsed, stop) =>
            {
                SimilarQuery asked = question.Read(parsed);
                await using Workspace workspace = await context.OpenAsync(parsed, stop);
                SimilarAnswer answer = await workspace.Get<SimilarDesk>().AnswerAsync(Reader.Owner, asked, stop);
                if (VerbContext.AsJson(parsed))
                    context.Output.Json(answer);
                else
                    Print(context.Output, workspace.Get<CodeListSet>(), answer);
                return 0;
            }
        );
        return verb;
    }

    private static void Print(Output output, CodeListSet codeLists, SimilarAnswer answer)
    {
        var table = new TextTable("Seizure", "Date", "Product", ">Alike", "Shares");
        foreach (SimilarHit similar in answer.Hits)
        {
            SearchHit hit = similar.Hit;
            table.Add(
                hit.Id,
                hit.Date ?? "",
                hit.Product is { } product ? codeLists.Label("product", product) : "",
                NumberWords.Share(similar.Likeness),
                string.Join(", ", similar.Shares.Select(f => SeizureFields.Find(f)!.Label))
            );
        }

        table.Write(output.Results);
    }
}
