using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace SeizureIntel.Tests.SqlServer;

/// <summary>The grammar of SQL Server 2022: it knows no names, so it says what is no T-SQL and not what is missing.</summary>
internal static class TSql
{
    /// <summary>What is wrong with a script, or nothing.</summary>
    public static IReadOnlyList<string> Errors(string sql)
    {
        using var reader = new StringReader(sql);
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out IList<ParseError> errors);
        return [.. errors.Select(e => $"line {e.Line}: {e.Message}")];
    }

    /// <summary>How many columns the last query of a script gives; 1 where it has none.</summary>
    public static int Columns(string sql)
    {
        using var reader = new StringReader(sql);
        var script = (TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out _);
        return
            script.Batches.SelectMany(b => b.Statements).OfType<SelectStatement>().LastOrDefault()?.QueryExpression
                is QuerySpecification query
            ? query.SelectElements.Count
            : 1;
    }
}
