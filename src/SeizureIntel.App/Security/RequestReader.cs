using System;
using System.Linq;
using Microsoft.AspNetCore.Http;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Accounts;
using SeizureIntel.Workbench.Asking;

namespace SeizureIntel.App.Security;

/// <summary>Says who asks over HTTP: the one place where a request gets its reader.</summary>
internal static class RequestReader
{
    /// <summary>Who does what a request asks for.</summary>
    /// <exception cref="InvalidOperationException">Nobody signed in.</exception>
    public static Actor ActorOf(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Asker.Of(context) is { } asker
            ? new Actor(asker.Account.Id, asker.Account.Name, [.. Permissions.All.Where(asker.May)])
            : throw new InvalidOperationException("A request that nobody signed in for does something; its address lacks a permission.");
    }

    /// <summary>The reader of a request.</summary>
    /// <exception cref="InvalidOperationException">Nobody signed in: what answers then must not ask for anything.</exception>
    public static Reader ReaderOf(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Asker.Of(context)?.Reader
            ?? throw new InvalidOperationException("A request that nobody signed in for asks for data; its address lacks a permission.");
    }
}
