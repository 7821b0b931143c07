using System;
using Microsoft.AspNetCore.Http;

namespace SeizureIntel.App.Api.Contracts;

/// <summary>Where the API stands.</summary>
internal static class ApiAddresses
{
    /// <summary>Everything of the API but the probe <c>/health</c>; another version gets another folder (docs/decisions/0016).</summary>
    public const string Root = "/api/v1";

    /// <summary>Below it nothing is a page: every error is problem+json.</summary>
    public const string AllVersions = "/api";

    /// <summary>Whether a request asks the API, which is answered with problems and never with a redirect.</summary>
    public static bool AreAskedBy(HttpRequest request) => request.Path.StartsWithSegments(AllVersions, StringComparison.OrdinalIgnoreCase);
}
