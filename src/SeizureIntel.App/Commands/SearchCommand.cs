using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.App.Workspaces;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Exports;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Labels;
using SeizureIntel.Workbench.Search;

namespace SeizureIntel.App.Commands;

/// <summary>Search, facets and export.</summary>
internal static class SearchCommand
{
    public static Verb Create(VerbContext context)
    {
        var question = new QuestionOptions<SearchQuery>();
        var export = new Option<ExportFormat?>("--export")
        {
            Description = "Write every seizure found instead of a page: csv, xlsx or json",
            HelpName = "format",
        };
        var columns = new Option<string[]>("--columns")
        {
            Description = "Fields of the export, as names where they have codes; without it the exchange template's columns",
            HelpName = "FIELD,FIELD",
        };
        var target = new Option<string?>("--out")
        {
            Description = "File that receives the export; standard output without it",
            HelpName = "file",
        };
        var verb = new Verb("search", "Finds seizures by words and conditions, with facets and export")
        {
            Examples =
            [
                ("./run search 'spare tyre'", "words in any text of a seizure"),
                ("./run search --where heading=drugs --where mode_of_transport=air --from 2024", "conditions by code or name"),
                ("./run search --region 'Western Europe' --facets product,concealment", "who reported, and what it was"),
                ("./run search --heading H08 --export csv --out firearms.csv", "every seizure found, in the exchange template's columns"),
            ],
        };
        question.AddTo(verb);
        verb.Add(export);
        verb.Add(columns);
        verb.Add(target);
        verb.SetAction(
            async (parsed, stop) =>
            {
                SearchQuery asked = question.Read(parsed);
                await using Workspace workspace = await context.OpenAsync(parsed, stop);
                context.Read(asked, workspace);
                if (parsed.GetValue(export) is { } format)
                {
                    var exported = new ExportQuery
                    {
                        Text = asked.Text,
                        Where = asked.Where,
                        Not = asked.Not,
                        From = asked.From,
                        To = asked.To,
                        Region = asked.Region,
                        Heading = asked.Heading,
                        Query = asked.Query,
                        Format = format,
                        Columns = parsed.GetValue(columns) ?? [],
                        Sort = parsed.GetValue(columns) is { Length: > 0 } ? asked.Sort : null,
                    };
                    return await ExportAsync(context, workspace, exported, parsed.GetValue(target), stop);
                }

                SearchAnswer answer = await workspace.Get<SearchDesk>().AnswerAsync(Reader.Owner, asked, stop);
                if (VerbContext.AsJson(parsed))
                    context.Output.Json(answer);
                else
                    Print(context.Output, workspace.Get<CodeListSet>(), answer);
                return 0;
            }
        );
        return verb;
    }

    private static async Task<int> ExportAsync(
        VerbContext context,
        Workspace workspace,
        ExportQuery asked,
        string? target,
        CancellationToken stop
    )
    {
        if (target is null && asked.Format == ExportFormat.Xlsx)
            throw Fault.Usage("no_target", "A workbook needs a file.", "Add --out FILE.xlsx.");
        ExportDesk exports = workspace.Get<ExportDesk>();
        ExportPlan plan = exports.Plan(Reader.Owner, asked);
        int count;
        if (target is null)
        {
            count = await exports.WriteAsync(Reader.Owner, plan, context.Output.Bytes, stop);
        }
        else
        {
            string path = Path.GetFullPath(target);
            try
            {
                await using FileStream file = File.Create(path);
                count = await exports.WriteAsync(Reader.Owner, plan, file, stop);
            }
            catch (Exception problem) when (problem is DirectoryNotFoundException or UnauthorizedAccessException)
            {
                throw Fault.Usage(
                    "cannot_write",
                    $"{path} cannot be written: {problem.Message}",
                    "Give a file in a folder that exists and may be written."
                );
            }
        }

        await OwnerAudit.ExportedAsync(workspace, "search", Output.Word(asked.Format), count, stop);
        context.Output.Note($"{Output.Count(count, "seizure")} written{(target is null ? "" : " to " + Path.GetFullPath(target))}");
        return 0;
    }

    private static void Print(Output output, CodeListSet codeLists, SearchAnswer answer)
    {
        output.Line($"{Output.Count(answer.Total.Seizures, "seizure")} in {Output.Count(answer.Total.Cases, "case")}");
        if (answer.Hits.Count > 0)
        {
            output.Line();
            var table = new TextTable("Date", "Reporter", "Heading", "Product", ">Quantity", "Unit", "Route", "Id");
            foreach (SearchHit hit in answer.Hits)
            {
                table.Add(
                    hit.Date ?? "",
                    hit.Text("reporting_country"),
                    codeLists.Label("heading", hit.Text("heading")),
                    codeLists.Label("product", hit.Text("product")),
                    hit.Number("quantity") is { } quantity ? Output.Number(quantity) : "",
                    hit.Text("unit"),
                    hit.Text("path"),
                    hit.Id
                );
            }

            table.Write(output.Results);
            PrintHighlights(output, answer);
        }

        foreach (SearchSuggestion suggestion in answer.Suggestions)
            output.Line(
                $"Nothing holds '{suggestion.Word}'; did you mean '{suggestion.Instead}' ({Output.Count(suggestion.Seizures, "seizure")})? "
                    + $"./run search {Quoted(suggestion.Text)}"
            );
        foreach ((string field, SearchFacet facet) in answer.Facets)
        {
            output.Line();
            output.Line($"{SeizureFields.Find(field)?.Label ?? field}: known in {Output.Number(facet.Known)} of {Output.Number(facet.Of)}");
            var table = new TextTable("Code", "Name", ">Seizures");
            foreach (SearchFacetValue value in facet.Values)
                table.Add(value.Value, value.Label, Output.Number(value.Count));
            table.Write(output.Results);
        }

        if (answer.Cursor is { } next)
        {
            output.Line();
            output.Note($"More: the same command with --cursor '{next}', or --export csv for all.");
        }
    }

    private static void PrintHighlights(Output output, SearchAnswer answer)
    {
        if (answer.Hits.All(h => h.Highlights.Count == 0))
            return;
        output.Line();
        foreach (SearchHit hit in answer.Hits)
        {
            foreach (Highlight highlight in hit.Highlights)
                output.Line($"{hit.Id}  {SeizureFields.Find(highlight.Field)?.Label ?? highlight.Field}: {Marked(highlight)}");
        }
    }

    private static string Quoted(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private static string Marked(Highlight highlight)
    {
        string text = highlight.Text;
        foreach (TextMark mark in highlight.Marks.Reverse())
            text = text.Insert(mark.Start + mark.Length, "]").Insert(mark.Start, "[");
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
