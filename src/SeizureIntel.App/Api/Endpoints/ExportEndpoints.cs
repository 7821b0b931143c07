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
using SeizureIntel.Workbench.Ledgers;

namespace SeizureIntel.App.Api.Endpoints;

/// <summary>Every seizure of a search as a file, written while it is read.</summary>
internal static class ExportEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/search/export", WriteAsync)
            .WithTags("Files")
            .WithSummary("Every seizure of a search as CSV, workbook or JSON: format, columns, sort, and the conditions of a search.");
        api.MapGet("/routes/ledger/export", WriteLedgerAsync)
            .WithTags("Files")
            .WithSummary("The ledger of countries, or of the partners of one, as CSV, workbook or JSON.");
    }

    private static async Task WriteLedgerAsync(HttpContext context, [FromServices] LedgerDesk ledgers, CancellationToken stop)
    {
        LedgerExportQuery asked = Read<LedgerExportQuery>(context);
        LedgerAnswer ledger = await ledgers.AnswerAsync(RequestReader.ReaderOf(context), asked, stop);
        Begin(context, asked.Format, ledger.Country is { } country ? "ledger-" + country : "ledger");
        LedgerDesk.Write(ledger, asked.Format, context.Response.Body);
    }

    private static async Task WriteAsync(HttpContext context, [FromServices] ExportDesk exports, CancellationToken stop)
    {
        ExportQuery asked = Read<ExportQuery>(context);
        Reader reader = RequestReader.ReaderOf(context);

        // What is wrong with the question is said while there is still a status to say it with.
        ExportPlan plan = exports.Plan(reader, asked);
        Begin(context, asked.Format, "seizures");
        await exports.WriteAsync(reader, plan, context.Response.Body, stop);
    }

    private static T Read<T>(HttpContext context)
    {
        IQueryCollection query = context.Request.Query;
        QuestionReader.Known(typeof(T), query.Keys);
        return (T)QuestionReader.Read(typeof(T), m => query[m.Name], m => $"'{m.Name}'");
    }

    private static void Begin(HttpContext context, ExportFormat format, string name)
    {
        (string type, string ending) = format switch
        {
            ExportFormat.Csv => ("text/csv; charset=utf-8", "csv"),
            ExportFormat.Xlsx => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
            _ => ("application/json; charset=utf-8", "json"),
        };
        context.Response.ContentType = type;
        context.Response.Headers.ContentDisposition = $"attachment; filename={name}.{ending}";

        // Rows are written by writers that know no other way; a buffer of theirs is the most that waits.
        if (context.Features.Get<IHttpBodyControlFeature>() is { } body)
            body.AllowSynchronousIO = true;
    }
}
