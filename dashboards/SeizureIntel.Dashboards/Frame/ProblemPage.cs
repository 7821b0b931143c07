using System;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using SeizureIntel.Reporting.Wording;

namespace SeizureIntel.Dashboards.Frame;

/// <summary>What a browser shows where a page cannot be made at all: it asks for nothing that could fail again.</summary>
public static class ProblemPage
{
    /// <summary>What a problem is told with: the language of the pages where one of them asks, English for programs.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="isPage">True where a page is the answer.</param>
    /// <remarks>A browser says of what a page of this site asks that it is of the same origin (W3C, Fetch Metadata Request Headers).</remarks>
    public static Phrases PhrasesOf(HttpRequest request, bool isPage)
    {
        ArgumentNullException.ThrowIfNull(request);
        return isPage || request.Headers["Sec-Fetch-Site"] == "same-origin" ? PageLanguage.TextsOf(request).Phrases : Phrases.English;
    }

    /// <summary>The page.</summary>
    /// <param name="request">What was asked: it says the language.</param>
    /// <param name="title">What went wrong.</param>
    /// <param name="detail">What to do.</param>
    public static string Html(HttpRequest request, string title, string detail)
    {
        ArgumentNullException.ThrowIfNull(request);
        PageTexts texts = PageLanguage.TextsOf(request);
        string said = HtmlEncoder.Default.Encode(title),
            hint = HtmlEncoder.Default.Encode(detail);
        return $"""
            <!DOCTYPE html>
            <html lang="{texts.Language}" dir="{texts.Direction}">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              <title>{said} · SeizureIntel</title>
              <link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
              <link rel="stylesheet" href="/assets/colours.css">
              <link rel="stylesheet" href="/assets/seizureintel.css">
              <link rel="stylesheet" href="/assets/pages.css">
            </head>
            <body>
              <header class="top"><a class="brand" href="/"><img src="/assets/mark.svg" alt="" width="22" height="22">SeizureIntel</a></header>
              <main id="content">
                <div class="message" role="alert"><p><strong>{said}</strong></p><p>{hint}</p></div>
                <p><a href="/">{texts["frame.toOverview"]}</a></p>
              </main>
            </body>
            </html>
            """;
    }
}
