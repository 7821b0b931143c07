using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Search.Elasticsearch;

/// <summary>Some documents do not fit the mapping; the others of the batch are kept. Says which kinds of errors at which fields, never a value.</summary>
/// <param name="refused">The documents; at least one.</param>
public sealed class DocumentsRefusedException(IReadOnlyList<RefusedDocument> refused)
    : Exception(
        $"Elasticsearch refused {refused.Count} seizures: "
            + string.Join(
                "; ",
                refused
                    .GroupBy(r => r.Field is null ? r.ErrorType : $"{r.ErrorType} at {r.Field}", StringComparer.Ordinal)
                    .OrderByDescending(g => g.Count())
                    .Select(g => $"{g.Key} ({g.Count()}, such as {g.First().Id})")
            )
            + "."
    )
{
    /// <summary>The documents.</summary>
    public IReadOnlyList<RefusedDocument> Refused => refused;
}

/// <summary>A document that the cluster did not take.</summary>
/// <param name="Id">Id of the seizure.</param>
/// <param name="ErrorType">Type of the error, such as <c>document_parsing_exception</c>.</param>
/// <param name="Field">The field it names; null where it names none.</param>
public readonly record struct RefusedDocument(string Id, string ErrorType, string? Field);
