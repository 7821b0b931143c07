using System;
using System.Threading.RateLimiting;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace SeizureIntel.App.Security;

/// <summary>How often an account, its keys included, may ask: a program in a loop must not take the machine from everybody else.</summary>
/// <remarks>A minute's requests may come at once; assets and health are not counted.</remarks>
internal sealed class AccountLimits(AccessOptions options) : IDisposable
{
    private const int SecondsAMinute = 60;

    private readonly PartitionedRateLimiter<string> _limits = PartitionedRateLimiter.Create<string, string>(account =>
        RateLimitPartition.GetTokenBucketLimiter(account, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.RequestsAMinute,
            TokensPerPeriod = Math.Max(1, options.RequestsAMinute / SecondsAMinute),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            AutoReplenishment = true,
        })
    );

    /// <summary>Lets a request through, or answers 429.</summary>
    public Task LimitAsync(HttpContext context, RequestDelegate next)
    {
        if (Asker.Of(context) is not { } asker || context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            return next(context);
        using RateLimitLease lease = _limits.AttemptAcquire(asker.Account.Id);
        if (lease.IsAcquired)
            return next(context);
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = "1";
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => _limits.Dispose();
}
