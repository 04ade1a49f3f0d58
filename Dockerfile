# The image of every service: `dateline package` (or the launcher) must have built app/target first.
FROM eclipse-temurin:17-jre
RUN groupadd -g 10001 dateline && useradd -u 10001 -g 10001 -M -d /var/lib/dateline dateline \
 && mkdir -p /var/lib/dateline /articles && chown dateline:dateline /var/lib/dateline
COPY app/target/lib /opt/dateline/lib
COPY app/target/dateline.jar /opt/dateline/dateline.jar
USER dateline
WORKDIR /var/lib/dateline
# State that is rebuilt from Kafka where it is lost, and /tmp, are all that is ever written.
VOLUME /var/lib/dateline
ENV DATELINE_HTTP_HOST=0.0.0.0 DATELINE_HTTP_PORT=8080
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["curl", "-fsS", "-o", "/dev/null", "http://127.0.0.1:8080/health"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/dateline/dateline.jar"]
CMD ["--help"]
