using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Filters;

namespace SeizureIntel.App.Api.Endpoints;

/// <summary>Reads the shared filters out of an address; names are those of the command line's options.</summary>
internal static class QueryFilters
{
    public static FilterText Read(IQueryCollection query) =>
        new()
        {
            Text = One(query, "text"),
            Where = Many(query, "where"),
            Not = Many(query, "not"),
            From = One(query, "from"),
            To = One(query, "to"),
            Region = One(query, "region"),
            Heading = Many(query, "heading"),
            Query = One(query, "query"),
        };

    /// <summary>A value; null where it is missing or blank.</summary>
    public static string? One(IQueryCollection query, string name) =>
        query[name].FirstOrDefault() is { Length: > 0 } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>All values of a name; blank ones are left out, as an empty form field sends them.</summary>
    public static IReadOnlyList<string> Many(IQueryCollection query, string name) =>
        [.. query[name].OfType<string>().Where(v => !string.IsNullOrWhiteSpace(v))];

    /// <summary>A whole number within bounds.</summary>
    public static int Number(IQueryCollection query, string name, int otherwise, int least, int most)
    {
        if (One(query, name) is not { } text)
            return otherwise;
        return
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            && number >= least
            && number <= most
            ? number
            : throw Fault.Usage("bad_number", $"'{name}' is '{text}'.", $"It is a whole number from {least} to {most}.");
    }

    /// <summary>A choice by its snake_case name.</summary>
    public static T Choice<T>(IQueryCollection query, string name)
        where T : struct, Enum
    {
        if (One(query, name) is not { } text)
            return default;
        return Enum.TryParse(text, ignoreCase: true, out T choice) && Enum.IsDefined(choice) && !char.IsAsciiDigit(text[0])
            ? choice
            : throw Fault.Usage(
                "bad_choice",
                $"'{name}' is '{text}'.",
                $"It is one of {string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName))}."
            );
    }
}
