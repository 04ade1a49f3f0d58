package dev.dateline.enrich.topology;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One bound for the native memory of all registers of the process. By default each partition would
 * take 50 MB of cache and three buffers of 16 MB.
 */
public final class RocksMemory implements RocksDBConfigSetter {

  private static final long CACHE_BYTES = 24L << 20;
  private static final long WRITE_BYTES = 12L << 20;
  private static final long BUFFER_BYTES = 2L << 20;
  private static final int BLOOM_BITS = 10;

  private final BloomFilter filter = new BloomFilter(BLOOM_BITS);

  /** Made when the first store opens, since it loads RocksDB's native library; never closed. */
  private static final class Shared {
    static final Cache CACHE;
    static final WriteBufferManager WRITES;

    static {
      load();
      CACHE = new LRUCache(CACHE_BYTES, -1, false, 0.1);
      WRITES = new WriteBufferManager(WRITE_BYTES, CACHE);
    }
  }

  /** Unpacks and loads the native library ahead, which takes a third of a second. */
  static void load() {
    RocksDB.loadLibrary();
  }

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(Shared.CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    table.setCacheIndexAndFilterBlocksWithHighPriority(true);
    table.setPinTopLevelIndexAndFilter(true);
    table.setFilterPolicy(filter);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(Shared.WRITES);
    options.setWriteBufferSize(BUFFER_BYTES);
    options.setMaxWriteBufferNumber(2);
  }

  @Override
  public void close(String storeName, Options options) {
    filter.close();
  }
}
