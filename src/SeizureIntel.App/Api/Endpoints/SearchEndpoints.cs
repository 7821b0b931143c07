using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SeizureIntel.App.Security;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Queries;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Filters;
using SeizureIntel.Workbench.Search;
using SeizureIntel.Workbench.Studies;
using SeizureIntel.Workbench.Tabulating;

namespace SeizureIntel.App.Api.Endpoints;

/// <summary>Searches, tabulations and studies: the verbs' answers at an address.</summary>
internal static class SearchEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/search", SearchAsync);
        api.MapGet("/tabulate", TabulateAsync);
        api.MapGet("/studies/{name}", StudyAsync);
    }

    private static async Task<SearchReply> SearchAsync(HttpRequest request, Workspace workspace, CancellationToken stop)
    {
        IQueryCollection asked = request.Query;
        string sort = QueryFilters.One(asked, "sort") ?? "-seizure_date";
        FieldNames.Require(sort.TrimStart('-'));
        var search = new SearchRequest
        {
            Query = new FilterReader(workspace.CodeLists).Read(QueryFilters.Read(asked)).Query,
            Facets = FieldNames.List(QueryFilters.Many(asked, "facets")),
            Size = QueryFilters.Number(asked, "size", 20, 0, 1000),
            Sort = sort,
            Cursor = QueryFilters.One(asked, "cursor"),
        };
        return await workspace.Search().SearchAsync(RequestReader.ReaderOf(request.HttpContext), search, stop);
    }

    private static async Task<TabulationReply> TabulateAsync(HttpRequest request, Workspace workspace, CancellationToken stop)
    {
        IQueryCollection asked = request.Query;
        var tabulation = new TabulationRequest(
            new FilterReader(workspace.CodeLists).Read(QueryFilters.Read(asked)).Query,
            FieldNames.List(QueryFilters.Many(asked, "by")),
            QueryFilters.Choice<Measure>(asked, "measure"),
            QueryFilters.Choice<Bucket>(asked, "bucket")
        );
        return await workspace.Search().TabulateAsync(RequestReader.ReaderOf(request.HttpContext), tabulation, stop);
    }

    private static async Task<StudyReply> StudyAsync(string name, HttpRequest request, Workspace workspace, CancellationToken stop)
    {
        IQueryCollection asked = request.Query;
        Marking? ceiling = QueryFilters.One(asked, "marking") is { } text
            ? Markings.Find(text)
                ?? throw Fault.Usage(
                    "unknown_marking",
                    $"There is no marking '{text}'.",
                    $"It is one of {string.Join(", ", Markings.All)}."
                )
            : null;
        Filter filter = new FilterReader(workspace.CodeLists).Read(QueryFilters.Read(asked));
        return await workspace
            .Study()
            .AnswerAsync(
                name,
                StudyAnswers.Scope(
                    RequestReader.ReaderOf(request.HttpContext),
                    filter,
                    ceiling,
                    QueryFilters.One(asked, "all") is "true" or "1"
                ),
                stop
            );
    }
}
