using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.AspNetCore.Http;

namespace SeizureIntel.Dashboards.Frame;

/// <summary>The language of a request: the one that was chosen, else the first of the browser's that has texts, else English.</summary>
internal static class PageLanguage
{
    /// <summary>The cookie that keeps the choice.</summary>
    public const string Cookie = "lang";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>The texts for a request.</summary>
    public static PageTexts TextsOf(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return PageTexts.Of(request.Cookies[Cookie])
            ?? Wanted(request).Select(PageTexts.Of).FirstOrDefault(t => t is not null)
            ?? PageTexts.English;
    }

    /// <summary>Keeps a choice in the browser for a year; a language without texts changes nothing.</summary>
    public static void Keep(HttpContext context, string? language)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (PageTexts.Of(language) is not { } texts)
            return;
        var cookie = new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Kept,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        };
        context.Response.Cookies.Append(Cookie, texts.Language, cookie);
    }

    /// <summary>The page of this site that a request came from; the first page where that is not known.</summary>
    /// <remarks>Path and query alone: whatever host the header names, nobody is sent there.</remarks>
    public static string CameFrom(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return
            Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out Uri? page)
            && page.PathAndQuery is ['/', ..] path
            && path is not (['/', '/', ..] or ['/', '\\', ..])
            ? path
            : "/";
    }

    // What a browser wants most comes first; 0 means not at all.
    private static IEnumerable<string?> Wanted(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .AcceptLanguage.Where(l => l.Quality is not 0.0)
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.Value);
}
