using Microsoft.EntityFrameworkCore;

namespace SeizureIntel.Storage.Model;

/// <summary>The model of what people made of what came in, with the migrations of SQLite, where it is a file of its own.</summary>
internal sealed class ProductContext(DbContextOptions options) : DbContext(options)
{
    private const int IdLength = 64;

    /// <summary>Adds the tables of products to a model.</summary>
    public static void AddTo(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<BulletinRow>(row =>
        {
            row.ToTable("bulletins").HasKey(r => r.Id);
            row.Property(r => r.Id).HasMaxLength(IdLength).IsRequired();
        });
        modelBuilder.Entity<KeptSourceRow>(row =>
        {
            row.ToTable("sources").HasKey(r => r.Name);
            row.Property(r => r.Name).HasMaxLength(IdLength).IsRequired();
        });
        ColumnNames.Give(modelBuilder.Model);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => AddTo(modelBuilder);
}
