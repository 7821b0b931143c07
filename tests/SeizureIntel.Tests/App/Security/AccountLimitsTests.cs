using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using SeizureIntel.Accounts;
using SeizureIntel.App.Security;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.App.Security;

public sealed class AccountLimitsTests
{
    private const int Limit = 60;

    [Fact]
    public async Task An_account_that_asks_too_often_is_told_to_wait_and_others_are_not()
    {
        using var limits = new AccountLimits(new AccessOptions { RequestsAMinute = Limit });
        int[] statuses = new int[Limit * 2];
        for (int i = 0; i < statuses.Length; i++)
            statuses[i] = await AskAsync(limits, "one");
        Assert.All(statuses.Take(Limit), s => Assert.Equal(StatusCodes.Status200OK, s));
        // A token a second comes back while they ask.
        Assert.InRange(statuses.Count(s => s == StatusCodes.Status429TooManyRequests), Limit / 2, Limit);
        Assert.Equal(StatusCodes.Status200OK, await AskAsync(limits, "another"));
    }

    private static async Task<int> AskAsync(AccountLimits limits, string id)
    {
        var context = new DefaultHttpContext();
        var account = new Account
        {
            Id = id,
            Name = id,
            Role = Role.Analyst,
            OfficeId = "office",
            Ceiling = Marking.Amber,
            SecurityStamp = "",
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        new Asker(account, new Office("office", "Office", null), null).Note(context);
        await limits.LimitAsync(context, _ => Task.CompletedTask);
        return context.Response.StatusCode;
    }
}
