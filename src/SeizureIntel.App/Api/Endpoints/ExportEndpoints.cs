using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using SeizureIntel.App.Security;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Exports;

namespace SeizureIntel.App.Api.Endpoints;

/// <summary>Every seizure of a search as a file, written while it is read.</summary>
internal static class ExportEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/search/export", WriteAsync)
            .WithTags("Files")
            .WithSummary("Every seizure of a search as CSV, workbook or JSON: format, columns, sort, and the conditions of a search.");

    private static async Task WriteAsync(HttpContext context, [FromServices] ExportDesk exports, CancellationToken stop)
    {
        IQueryCollection query = context.Request.Query;
        QuestionReader.Known(typeof(ExportQuery), query.Keys);
        var asked = (ExportQuery)QuestionReader.Read(typeof(ExportQuery), m => query[m.Name], m => $"'{m.Name}'");
        Reader reader = RequestReader.ReaderOf(context);

        // What is wrong with the question is said while there is still a status to say it with.
        ExportPlan plan = exports.Plan(reader, asked);
        (string type, string ending) = asked.Format switch
        {
            ExportFormat.Csv => ("text/csv; charset=utf-8", "csv"),
            ExportFormat.Xlsx => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
            _ => ("application/json; charset=utf-8", "json"),
        };
        context.Response.ContentType = type;
        context.Response.Headers.ContentDisposition = $"attachment; filename=seizures.{ending}";

        // Rows are written by writers that know no other way; a buffer of theirs is the most that waits.
        if (context.Features.Get<IHttpBodyControlFeature>() is { } body)
            body.AllowSynchronousIO = true;
        await exports.WriteAsync(reader, plan, context.Response.Body, stop);
    }
}
