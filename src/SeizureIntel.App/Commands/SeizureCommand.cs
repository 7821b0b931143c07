using System.Linq;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Seizures;

namespace SeizureIntel.App.Commands;

/// <summary>Everything that is known of one seizure.</summary>
internal static class SeizureCommand
{
    public static Verb Create(VerbContext context)
    {
        var question = new QuestionOptions<SingleSeizureQuery>();
        var verb = new Verb("seizure", "Tells everything that is known of one seizure")
        {
            Examples = [("./run seizure 0A1B2C3D4E5F6A7B", "what is stated, what was written, where it came from")],
        };
        question.AddTo(verb);
        verb.SetAction(
            async (parsed, stop) =>
            {
                await using Workspace workspace = await context.OpenAsync(parsed, stop);
                SeizureAnswer answer = await workspace.Get<SeizureDesk>().AnswerAsync(Reader.Owner, question.Read(parsed), stop);
                if (VerbContext.AsJson(parsed))
                    context.Output.Json(answer);
                else
                    Print(context.Output, answer);
                return 0;
            }
        );
        return verb;
    }

    private static void Print(Output output, SeizureAnswer answer)
    {
        var table = new TextTable("Field", "Value", "As written");
        foreach (SeizureFieldAnswer field in answer.Fields)
        {
            foreach (SeizureValue value in field.Values)
                table.Add(field.Label, value.Label, value.Written ?? "");
        }

        table.Write(output.Results);
        output.Line();
        if (answer.Route.Count > 0)
            output.Line("Route: " + string.Join(" → ", answer.Route.Select(s => s.CountryLabel)));
        output.Line($"Row {answer.Origin.Row} of {answer.Origin.File ?? answer.Origin.Submission} ({answer.Origin.Source})");
        foreach (RelatedSeizure other in answer.Duplicates)
            output.Line($"May be the same: {other.Id}, {other.Says}");
        foreach (RelatedSeizure other in answer.SameConveyance)
            output.Line($"{(other.Why == "same_vessel" ? "Same vessel" : "Same container")}: {other.Id}, {other.Says}");
    }
}
