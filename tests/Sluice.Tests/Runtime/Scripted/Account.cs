namespace Sluice.Tests.Runtime.Scripted;

/// <summary>An annotated type with uid, name and six more attributes, mapped the way generated code does.</summary>
public sealed class Account(string id, string login) : IMappedObject<Account>
{
    public string Id { get; } = id;

    public string Login { get; } = login;

    public string? Mail { get; init; } = "ada@example.org";

    public string? First { get; init; } = "Ada";

    public string? Last { get; init; } = "Quill";

    public string? Title { get; init; } = "Clerk";

    public string? Phone { get; init; } = "555-0101";

    public string? City { get; init; } = "Nowhere";

    static ObjectMapping<Account> IMappedObject<Account>.Mapping { get; } = new AccountMapping();

    Uid IMappedObject.Uid => Id;

    private sealed class AccountMapping() : ObjectMapping<Account>(new ObjectClassInfo(
        ObjectClass.Account,
        [
            new(AttributeNames.Name, AttributeType.String, AttributeTraits.Required),
            .. new[] { "mail", "first", "last", "title", "phone", "city" }.Select(name => new ObjectAttributeInfo(name, AttributeType.String)),
        ]))
    {
        public override object?[] ReadAll(Account source) =>
            [source.Id, source.Login, source.Mail, source.First, source.Last, source.Title, source.Phone, source.City];

        public override object? Read(Account source, int slot) => ReadAll(source)[slot];

        public override object?[] Read(Account source, ReadOnlySpan<int> slots)
        {
            var all = ReadAll(source);
            var values = new object?[slots.Length];
            for (var i = 0; i < values.Length; i++)
                values[i] = all[slots[i]];
            return values;
        }

        public override Account Build(AttributeReader attributes) => throw new NotSupportedException();
    }
}
