using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace SeizureIntel.Dashboards.Frame;

/// <summary>The address of a page as its state: what was chosen, and the addresses that are one choice away.</summary>
internal sealed class PageAddress
{
    // What goes along from page to page, in the order of the bar.
    private static readonly string[] ScopeNames = ["text", "where", "not", "from", "to", "region", "heading", "query"];

    // Where a reader stands in a list: another choice makes another list.
    private static readonly string[] PlaceNames = ["cursor", "open", "fill"];

    private readonly string _path;
    private readonly IReadOnlyList<(string Name, string Value)> _pairs;

    public PageAddress(string path, IReadOnlyList<(string Name, string Value)> pairs) => (_path, _pairs) = (path, pairs);

    /// <summary>The path without what was chosen.</summary>
    public string Path => _path;

    /// <summary>All that was chosen, in its order.</summary>
    public IReadOnlyList<(string Name, string Value)> Pairs => _pairs;

    /// <summary>The address of a request; empty fields of forms are left out.</summary>
    public static PageAddress Of(HttpRequest request) =>
        new(
            request.Path.Value ?? "/",
            [
                .. request.Query.SelectMany(q =>
                    q.Value.OfType<string>().Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => (q.Key, v.Trim()))
                ),
            ]
        );

    /// <summary>The value of a name; null where there is none.</summary>
    public string? One(string name) => _pairs.Where(p => p.Name == name).Select(p => p.Value).FirstOrDefault();

    /// <summary>All values of a name.</summary>
    public IReadOnlyList<string> Many(string name) => [.. _pairs.Where(p => p.Name == name).Select(p => p.Value)];

    /// <summary>The values of a name, of which each may be a comma list.</summary>
    public IReadOnlyList<string> List(string name) =>
        [.. Many(name).SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    /// <summary>The same with one value of a name, or without it.</summary>
    public PageAddress With(string name, string? value)
    {
        IEnumerable<(string, string)> rest = Staying(name).Where(p => p.Name != name);
        return new PageAddress(_path, value is null ? [.. rest] : [.. rest, (name, value)]);
    }

    /// <summary>The same with one more value of a name.</summary>
    public PageAddress Plus(string name, string value) =>
        _pairs.Contains((name, value)) ? this : new PageAddress(_path, [.. Staying(name), (name, value)]);

    /// <summary>The same without one value of a name.</summary>
    public PageAddress Minus(string name, string value) => new(_path, [.. Staying(name).Where(p => p.Name != name || p.Value != value)]);

    /// <summary>The same scope on another page; what only this page knows stays behind.</summary>
    public PageAddress At(string path) => new(path, [.. _pairs.Where(p => ScopeNames.Contains(p.Name))]);

    /// <summary>All that was chosen, asked at another address.</summary>
    public PageAddress Twin(string path) => new(path, _pairs);

    /// <summary>This page without any scope.</summary>
    public PageAddress Cleared() => new(_path, [.. Staying("").Where(p => !ScopeNames.Contains(p.Name))]);

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder(_path);
        char sign = '?';
        foreach ((string name, string value) in _pairs)
        {
            text.Append(sign).Append(Uri.EscapeDataString(name)).Append('=').Append(Escaped(value));
            sign = '&';
        }

        return text.ToString();
    }

    // Signs that mean nothing in a query stay readable: the address is read, sent and quoted.
    private static string Escaped(string value) =>
        Uri.EscapeDataString(value)
            .Replace("%3D", "=", StringComparison.Ordinal)
            .Replace("%2C", ",", StringComparison.Ordinal)
            .Replace("%3A", ":", StringComparison.Ordinal)
            .Replace("%20", "+", StringComparison.Ordinal);

    private IEnumerable<(string Name, string Value)> Staying(string changed) =>
        PlaceNames.Contains(changed) ? _pairs : _pairs.Where(p => !PlaceNames.Contains(p.Name));
}
