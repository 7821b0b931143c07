using System;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace SeizureIntel.SqlServer;

/// <summary>Begins anew what failed for a reason that passes, at most six times within some two minutes.</summary>
internal sealed class StoreRetries(DbContext context)
    : SqlServerRetryingExecutionStrategy(context, Attempts, Longest, errorNumbersToAdd: null)
{
    private const int Attempts = 6;

    // SqlException.Class: from 20 on the connection is gone. A query in flight when the server dies has the number 0, which EF Core does not know.
    private const byte ConnectionLost = 20;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>True where the same work may succeed when it is done again.</summary>
    public static bool IsLostConnection(int number, byte severity) => number == 0 && severity >= ConnectionLost;

    protected override bool ShouldRetryOn(Exception exception) =>
        (exception is SqlException sql && IsLostConnection(sql.Number, sql.Class)) || base.ShouldRetryOn(exception);
}
