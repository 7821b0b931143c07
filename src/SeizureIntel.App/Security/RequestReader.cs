using System;
using Microsoft.AspNetCore.Http;
using SeizureIntel.Readers;

namespace SeizureIntel.App.Security;

/// <summary>Says who asks over HTTP: the one place where a request gets its reader.</summary>
internal static class RequestReader
{
    /// <summary>The reader of a request.</summary>
    /// <exception cref="InvalidOperationException">Nobody signed in: what answers then must not ask for anything.</exception>
    public static Reader ReaderOf(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Asker.Of(context)?.Reader
            ?? throw new InvalidOperationException("A request that nobody signed in for asks for data; its address lacks a permission.");
    }
}
