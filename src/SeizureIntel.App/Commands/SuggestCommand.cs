using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Etl.Suggesting;
using SeizureIntel.Workbench.Shapes;
using SeizureIntel.Workbench.Suggesting;

namespace SeizureIntel.App.Commands;

/// <summary>What a file of unknown shape seems to hold.</summary>
internal static class SuggestCommand
{
    public static Verb Create(VerbContext context)
    {
        var file = new Argument<string>("FILE") { Description = "A file of unknown shape" };
        var draft = new Option<string?>("--draft") { Description = "Write the draft source.json into this folder", HelpName = "folder" };
        var verb = new Verb("suggest", "Says what each column of an unknown file seems to be and why, and drafts its source.json")
        {
            Examples =
            [
                ("./run sources suggest new.csv", "the columns: understood, not understood, refused"),
                ("./run sources suggest new.csv --draft etl/sources/new", "the draft as a file to complete"),
            ],
        };
        verb.Add(file);
        verb.Add(draft);
        verb.SetAction(
            async (parsed, stop) =>
            {
                string path = Path.GetFullPath(parsed.GetRequiredValue(file));
                IngestCommand.Readable(path);
                await using Workspace workspace = await context.OpenAsync(parsed, stop);
                await using FileStream bytes = File.OpenRead(path);
                SuggestionAnswer answer = workspace.Get<SuggestionDesk>().Suggest(bytes, Path.GetFileName(path), stop) with { File = path };
                if (parsed.GetValue(draft) is { } folder && answer.Source is { } source)
                {
                    string target = Path.Combine(Directory.CreateDirectory(folder).FullName, "source.json");
                    await File.WriteAllTextAsync(target, source.ToJsonString(JsonShapes.Options) + "\n", stop);
                    context.Output.Note($"Written: {target}");
                }

                if (VerbContext.AsJson(parsed))
                    context.Output.Json(answer);
                else
                    Print(context.Output, answer);
                return answer.Verdict is SuggestionVerdict.Complete or SuggestionVerdict.Incomplete ? 0 : 1;
            }
        );
        return verb;
    }

    private static void Print(Output output, SuggestionAnswer answer)
    {
        output.Line(answer.Message);
        output.Line($"{Output.Count(answer.Rows, "row")}; {string.Join(", ", answer.ReadAs.Select(r => $"{r.Key} {Shown(r.Value)}"))}");
        output.Line();
        var table = new TextTable("Column", "Is", "Field", ">Sure", "Why");
        foreach (ColumnSuggestion column in answer.Columns)
            table.Add(
                column.Column,
                JsonNamingPolicy.KebabCaseLower.ConvertName(column.State.ToString()).Replace('-', ' '),
                column.Also is null ? column.Field ?? "" : $"{column.Field}, {column.Also}",
                column.Confidence.ToString("0.00", CultureInfo.InvariantCulture),
                column.Reason
            );
        table.Write(output.Results);
        foreach ((string field, string value) in answer.Constants)
            output.Line($"Every row: {field} = {value}");
        foreach (string note in answer.Notes)
            output.Line(note);
        if (answer.LookUps.Count == 0)
            return;
        output.Line();
        var values = new TextTable("Column", "Value the lists do not know", "Code proposed", ">Rows");
        foreach (LookUpProposal value in answer.LookUps.Take(40))
            values.Add(value.Column, value.Value, value.Code ?? "", Output.Number(value.Rows));
        values.Write(output.Results);
        if (answer.LookUps.Count > 40)
            output.Line($"and {answer.LookUps.Count - 40} more: --json");
    }

    private static string Shown(string value) => value == "\t" ? "tab" : value;
}
