package jp.tsunagi.schema;
public final class SchemaCodegen { public static void main(String[] a) {} }
