using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SeizureIntel.Auditing;
using SeizureIntel.Ports;

namespace SeizureIntel.App.Security;

/// <summary>Writes down who asked and did what.</summary>
internal sealed class AuditTrail(IAuditLog log, TimeProvider time)
{
    /// <summary>The actor before a sign-in.</summary>
    public const string Nobody = "nobody";

    /// <summary>The actor at the command line.</summary>
    public const string Owner = "owner";

    /// <summary>Adds one entry.</summary>
    public Task AddAsync(string actor, string action, string subject, string outcome, string detail, CancellationToken cancellationToken) =>
        log.AppendAsync([new AuditEntry(time.GetUtcNow(), actor, action, subject, outcome, detail)], cancellationToken);

    /// <summary>Adds what a request asked: its address without the query, which may hold typed words.</summary>
    /// <remarks>Assets and health are not audited; signing in writes its own entries.</remarks>
    public async Task FollowAsync(HttpContext context, RequestDelegate next)
    {
        bool isFault = true;
        try
        {
            await next(context);
            isFault = false;
        }
        finally
        {
            if (
                context.GetEndpoint() is RouteEndpoint endpoint
                && Asker.Of(context) is { } asker
                && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
            )
            {
                string action =
                    endpoint.RoutePattern.RawText is { } pattern && pattern.Trim('/') is { Length: > 0 } name ? name : "overview";

                // The answer has gone out: that its reader left is no reason to forget that they asked.
                await AddAsync(
                    asker.Account.Name,
                    $"{context.Request.Method} {action}",
                    context.Request.Path.Value ?? "",
                    isFault ? "failed" : OutcomeOf(context.Response.StatusCode),
                    asker.Scopes is null ? "" : "by key",
                    CancellationToken.None
                );
            }
        }
    }

    private static string OutcomeOf(int status) =>
        status switch
        {
            StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => "refused",
            >= StatusCodes.Status400BadRequest => "failed",
            _ => "done",
        };
}
