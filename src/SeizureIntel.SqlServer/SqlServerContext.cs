using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SeizureIntel.Storage.Model;

namespace SeizureIntel.SqlServer;

/// <summary>The one model with the migrations of SQL Server: everything lies in one database.</summary>
internal sealed class SqlServerContext(DbContextOptions options) : SeizureContext(options)
{
    /// <summary>Compares by code point, as SQLite does; the server's default ignores case.</summary>
    public const string Collation = "Latin1_General_100_BIN2";

    // 29 digits, sign, point and a leading zero.
    private const int DecimalLength = 32;

    private const int CaseRefLength = 700;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        ProductContext.AddTo(modelBuilder);
        AccountContext.AddTo(modelBuilder);
        AuditContext.AddTo(modelBuilder);
        // The number is the client's: a batch is named by its first case.
        modelBuilder.Entity<OutboxRow>().Property(r => r.Id).ValueGeneratedNever();
        // As long as a key of an index may be, 1,700 bytes, beside the country: SQLite sets no limit, and a load must not break on a long reference.
        modelBuilder.Entity<CaseRow>().Property(r => r.CaseRef).HasMaxLength(CaseRefLength);
        // The server's decimal(38) has no scale that keeps both the largest and the smallest quantity; as on SQLite, text keeps every digit.
        var exact = new ValueConverter<decimal, string>(
            value => value.ToString(CultureInfo.InvariantCulture),
            text => decimal.Parse(text, CultureInfo.InvariantCulture)
        );
        foreach (IMutableEntityType entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (IMutableProperty property in entity.GetProperties())
            {
                if (property.ClrType == typeof(string))
                    property.SetCollation(Collation);
                if (property.ClrType != typeof(decimal?))
                    continue;
                property.SetValueConverter(exact);
                property.SetMaxLength(DecimalLength);
                property.SetIsUnicode(false);
                property.SetCollation(Collation);
            }
        }
    }
}
