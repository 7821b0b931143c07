using Microsoft.EntityFrameworkCore;

namespace SeizureIntel.Storage.Model;

/// <summary>The model of the audit log, with the migrations of SQLite, where it is a file of its own.</summary>
internal sealed class AuditContext(DbContextOptions options) : DbContext(options)
{
    public const int ActorLength = 64;
    public const int ActionLength = 200;
    public const int TextLength = 400;

    private const int HashLength = 64;

    /// <summary>Adds the tables of the audit log to a model.</summary>
    public static void AddTo(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<AuditRow>(row =>
        {
            row.ToTable("audit").HasKey(r => r.Number);
            row.Property(r => r.Number).ValueGeneratedNever();
            row.Property(r => r.Actor).HasMaxLength(ActorLength);
            row.Property(r => r.Action).HasMaxLength(ActionLength);
            row.Property(r => r.Subject).HasMaxLength(TextLength);
            row.Property(r => r.Outcome).HasMaxLength(ActorLength);
            row.Property(r => r.Detail).HasMaxLength(TextLength);
            row.Property(r => r.Hash).HasMaxLength(HashLength);
        });
        ColumnNames.Give(modelBuilder.Model);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => AddTo(modelBuilder);
}
