using System;
using Microsoft.AspNetCore.Http;
using SeizureIntel.Readers;

namespace SeizureIntel.App.Security;

/// <summary>Says who asks over HTTP: the one place where a request gets its reader.</summary>
internal static class RequestReader
{
    /// <summary>The reader of a request. Without sign-in whoever reaches this server is its owner; it listens on this machine alone unless told
    /// otherwise.</summary>
    public static Reader ReaderOf(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Reader.Owner;
    }
}
