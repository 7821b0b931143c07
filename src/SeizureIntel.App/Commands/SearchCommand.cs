using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Fields;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Exports;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Filters;
using SeizureIntel.Workbench.Search;

namespace SeizureIntel.App.Commands;

/// <summary>Search, facets and export.</summary>
internal static class SearchCommand
{
    public static Verb Create(VerbContext context)
    {
        var filters = new FilterOptions();
        var facets = new Option<string[]>("--facets") { Description = "Count the values of these fields", HelpName = "FIELD,FIELD" };
        var size = new Option<int>("--size")
        {
            Description = "Most hits shown, 0 to 1000",
            HelpName = "n",
            DefaultValueFactory = _ => 20,
        };
        var sort = new Option<string>("--sort")
        {
            Description = "Field to sort by; a leading - sorts downwards",
            HelpName = "FIELD",
            DefaultValueFactory = _ => "-seizure_date",
        };
        var cursor = new Option<string?>("--cursor") { Description = "Where the page before ended", HelpName = "cursor" };
        var export = new Option<ExportFormat?>("--export")
        {
            Description = "Write every seizure found instead of a page: csv, xlsx or json",
            HelpName = "format",
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
        filters.AddTo(verb);
        foreach (Option option in (Option[])[facets, size, sort, cursor, export, target])
            verb.Add(option);
        verb.SetAction(
            async (parsed, stop) =>
            {
                int most = parsed.GetValue(size);
                if (most is < 0 or > 1000)
                    throw Fault.Usage("bad_size", $"--size is 0 to 1000; found {most}.", "To get every seizure, use --export.");
                IReadOnlyList<string> counted = FieldNames.List(parsed.GetValue(facets) ?? []);
                string order = parsed.GetValue(sort)!;
                FieldNames.Require(order.TrimStart('-'));
                await using Workspace workspace = await context.OpenAsync(parsed, stop);
                Filter filter = context.Read(filters.Read(parsed), workspace);
                if (parsed.GetValue(export) is { } format)
                    return await ExportAsync(context, workspace, filter.Query, format, parsed.GetValue(target), stop);

                var answers = workspace.Search();
                SearchReply reply = await answers.SearchAsync(
                    Reader.Owner,
                    new SearchRequest
                    {
                        Query = filter.Query,
                        Facets = counted,
                        Size = most,
                        Sort = order,
                        Cursor = parsed.GetValue(cursor),
                    },
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

    private static async Task<int> ExportAsync(
        VerbContext context,
        Workspace workspace,
        SeizureQuery query,
        ExportFormat format,
        string? target,
        CancellationToken stop
    )
    {
        if (target is null && format == ExportFormat.Xlsx)
            throw Fault.Usage("no_target", "A workbook needs a file.", "Add --out FILE.xlsx.");
        int count;
        if (target is null)
        {
            count = await SeizureExport.WriteAsync(workspace.Index, Reader.Owner, query, format, context.Output.Bytes, stop);
        }
        else
        {
            string path = Path.GetFullPath(target);
            try
            {
                await using FileStream file = File.Create(path);
                count = await SeizureExport.WriteAsync(workspace.Index, Reader.Owner, query, format, file, stop);
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

        context.Output.Note($"{Output.Count(count, "seizure")} written{(target is null ? "" : " to " + Path.GetFullPath(target))}");
        return 0;
    }

    private static void Print(Output output, SearchAnswers answers, SearchReply reply)
    {
        output.Line($"{Output.Count(reply.Total.Seizures, "seizure")} in {Output.Count(reply.Total.Cases, "case")}");
        if (reply.Hits.Count > 0)
        {
            output.Line();
            var table = new TextTable("Date", "Reporter", "Heading", "Product", ">Quantity", "Unit", "Route", "Id");
            foreach (IReadOnlyDictionary<string, object?> hit in reply.Hits)
            {
                table.Add(
                    Text(hit, "date"),
                    Text(hit, "reporting_country"),
                    answers.Label("heading", Text(hit, "heading")),
                    answers.Label("product", Text(hit, "product")),
                    hit.GetValueOrDefault("quantity") is double quantity ? Output.Number(quantity) : "",
                    Text(hit, "unit"),
                    Text(hit, "path"),
                    Text(hit, "id")
                );
            }

            table.Write(output.Results);
        }

        foreach ((string field, FacetReply facet) in reply.Facets)
        {
            output.Line();
            output.Line($"{SeizureFields.Find(field)?.Label ?? field}: known in {Output.Number(facet.Known)} of {Output.Number(facet.Of)}");
            var table = new TextTable("Code", "Name", ">Seizures");
            foreach (FacetValueReply value in facet.Values)
                table.Add(value.Value, value.Label, Output.Number(value.Count));
            table.Write(output.Results);
        }

        if (reply.Cursor is { } next)
        {
            output.Line();
            output.Note($"More: the same command with --cursor '{next}', or --export csv for all.");
        }
    }

    private static string Text(IReadOnlyDictionary<string, object?> hit, string member) =>
        hit.GetValueOrDefault(member) switch
        {
            null => "",
            IReadOnlyList<string> several => string.Join(' ', several),
            var one => one.ToString() ?? "",
        };
}
